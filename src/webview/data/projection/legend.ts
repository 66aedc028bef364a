import { projectionWords } from '../../../shared/projectionWords.js';
import { clip, type Say } from '../../../shared/say.js';
import { cssColour, viridis } from '../../palette.js';
import { make } from '../../ui.js';
import { formatCount } from '../numbers.js';
import type { Dress, LegendEntry } from './colours.js';

/** What the colours stand for. A class is a button that hides and shows it. */
export function legendOf(
  { legend, colours, classes }: Dress,
  say: Say,
  onHide: (hidden: ReadonlySet<number>) => void,
): HTMLElement {
  const place = make('div', 'legend');
  if (!classes) {
    if (legend.length > 0) place.append(scale(legend));
    return place;
  }
  const hidden = new Set<number>();
  legend.forEach((entry, colour) => {
    if (entry.count === 0) return;
    const button = make('button', 'legend-entry', swatch(colours[colour] ?? '', colour));
    button.append(`${nameOf(entry, say)} (${formatCount(entry.count)})`);
    button.type = 'button';
    button.setAttribute('aria-pressed', 'true');
    button.addEventListener('click', () => {
      if (!hidden.delete(colour)) hidden.add(colour);
      button.setAttribute('aria-pressed', String(!hidden.has(colour)));
      onHide(new Set(hidden));
    });
    place.append(button);
  });
  return place;
}

export function nameOf({ kind, name }: LegendEntry, say: Say): string {
  if (kind === 'none') return say(projectionWords.noClass);
  return kind === 'others' ? say(projectionWords.others) : clip(name, 40);
}

/** As `marks.ts` draws the classes: circle, square, triangle, diamond. */
const SHAPES = [
  'M2 6a4 4 0 1 0 8 0a4 4 0 1 0 -8 0',
  'M2 2h8v8h-8z',
  'M6 2l4 8h-8z',
  'M6 1l5 5l-5 5l-5 -5z',
];

function swatch(colour: string, place: number): Element {
  const svg = element('svg', {
    viewBox: '0 0 12 12',
    width: '12',
    height: '12',
    'aria-hidden': 'true',
  });
  svg.append(element('path', { d: SHAPES[place % SHAPES.length] ?? '', fill: colour }));
  return svg;
}

/** From the least to the greatest. */
function scale([low, high]: readonly LegendEntry[]): HTMLElement {
  const svg = element('svg', {
    viewBox: '0 0 160 12',
    width: '160',
    height: '12',
    'aria-hidden': 'true',
  });
  for (let step = 0; step < 32; step++) {
    const fill = cssColour(viridis((step + 0.5) / 32));
    svg.append(element('rect', { x: String(step * 5), width: '5.5', height: '12', fill }));
  }
  return make('span', 'legend-scale', low?.name ?? '', ' ', svg, ' ', high?.name ?? '');
}

function element(name: string, attributes: Readonly<Record<string, string>>): Element {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
