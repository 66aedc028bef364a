import { dataWords } from '../../../shared/dataWords.js';
import type { Say } from '../../../shared/say.js';
import type { TextFormat } from '../../../shared/tableText.js';
import { recall, remember } from '../../host.js';
import { button, dropdown, make } from '../../ui.js';
import { formatCount } from '../numbers.js';
import { copied, MAX_CELLS } from './copying.js';
import type { Grid } from './grid.js';

const FORMATS: readonly (readonly [TextFormat, string])[] = [
  ['csv', dataWords.copyCsv],
  ['markdown', dataWords.copyMarkdown],
  ['latex', dataWords.copyLatex],
];

export interface CopyTools {
  readonly element: HTMLElement;
  readonly copy: () => void;
}

/** A button that copies the selected cells, in the format that was chosen last. */
export function createCopyTools(
  say: Say,
  grid: () => Grid,
  send: (text: string) => Promise<unknown>,
): CopyTools {
  let format = FORMATS.find(([known]) => known === recall('copyFormat'))?.[0] ?? 'csv';
  const done = make('span', 'done');
  done.setAttribute('role', 'status');
  const copy = async (): Promise<void> => {
    const { source, cursor } = grid();
    const piece = source === undefined ? undefined : await copied(source, cursor, format);
    if (piece === undefined) {
      done.textContent = say(dataWords.copyTooMany, { count: formatCount(MAX_CELLS) });
      return;
    }
    await send(piece.text);
    const { rows, columns } = piece;
    done.textContent = say(dataWords.copied, {
      rows: formatCount(rows),
      columns: formatCount(columns),
    });
  };
  const start = (): void => void copy();
  const formats = FORMATS.map(([id, words]) => [id, say(words)] as const);
  const choice = dropdown(say(dataWords.copyAs), formats, format, (id) => {
    format = FORMATS.find(([known]) => known === id)?.[0] ?? 'csv';
    remember('copyFormat', format);
  });
  return {
    element: make('span', 'copy', button(say(dataWords.copy), start), choice, done),
    copy: start,
  };
}
