import { projectionWords } from '../../../shared/projectionWords.js';
import { button, make } from '../../ui.js';
import type { PageContext } from '../page.js';
import { nameOf } from './legend.js';
import { csvOf, svgOf, type Picture } from './picture.js';
import type { Scatter } from './scatter.js';

/** Saves what is seen, through the editor: a page may not write files. */
export function createSaving(
  { ask, say }: PageContext,
  scatter: Scatter,
  title: () => string,
): HTMLElement {
  const save = (ending: string, bytes: Uint8Array): void => {
    void ask('save', { name: `${title()}.${ending}`, bytes });
  };
  const encoder = new TextEncoder();
  const forms: Readonly<Record<string, () => void>> = {
    PNG: () => {
      scatter.plot.element.toBlob((blob) => {
        void blob?.arrayBuffer().then((buffer) => {
          save('png', new Uint8Array(buffer));
        });
      });
    },
    SVG: () => {
      const { legend, classes } = scatter.dress;
      const names = classes
        ? legend.map((entry) => (entry.count > 0 ? nameOf(entry, say) : ''))
        : [];
      save('svg', encoder.encode(svgOf(pictureOf(), names)));
    },
    CSV: () => {
      save('csv', encoder.encode(csvOf(pictureOf())));
    },
  };
  const pictureOf = (): Picture => {
    const { points, own, dress } = scatter;
    const classOf = (point: number): string => {
      const entry = dress.legend[dress.of[point] ?? -1];
      return entry === undefined ? '' : nameOf(entry, say);
    };
    return { points, own, dress, classOf };
  };
  const buttons = Object.entries(forms).map(([name, act]) => button(name, act));
  const group = make('span', 'saving', `${say(projectionWords.save)} `, ...buttons);
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', say(projectionWords.save));
  return group;
}
