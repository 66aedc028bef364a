import type { Components } from '../../../shared/projectionViewProtocol.js';
import { projectionWords } from '../../../shared/projectionWords.js';
import type { Say } from '../../../shared/say.js';
import { make } from '../../ui.js';
import { formatCount, formatNumber, formatShare } from '../numbers.js';
import { bar, plainTable } from '../plainTable.js';
import type { Dress } from './colours.js';
import { nameOf } from './legend.js';

/** Components that are listed. */
const LISTED = 10;

/** How much of the variance each component holds, and which columns it is made of. */
export function explainedPart({ explained, loadings }: Components, say: Say): HTMLElement {
  let sum = 0;
  const rows = explained.slice(0, LISTED).map((share, at) => {
    sum += share;
    const heaviest = (loadings[at] ?? [])
      .slice(0, 4)
      .map(({ column, weight }) => `${column} (${weight.toFixed(2)})`)
      .join(', ');
    const length = bar(share / (explained[0] ?? 1));
    return [`PC${at + 1}`, formatShare(share), length, formatShare(sum), heaviest];
  });
  const { componentHead, share, sum: together, heaviest } = projectionWords;
  const head = [say(componentHead), say(share), '', say(together), say(heaviest)];
  const first = formatShare((explained[0] ?? 0) + (explained[1] ?? 0));
  return make(
    'section',
    'explained',
    make('h2', '', say(projectionWords.explained)),
    make('p', '', say(projectionWords.explainedFirst, { share: first })),
    plainTable({ caption: '', head, rows }),
  );
}

/** What a scatter shows, in numbers: where each class lies and how widely. */
export function pointsTable(points: Float32Array, dress: Dress, say: Say): HTMLElement {
  const entries = dress.classes ? dress.legend : [undefined];
  const rows = entries.flatMap((entry, colour) => {
    const chosen = dress.classes
      ? [...dress.of.keys()].filter((point) => dress.of[point] === colour)
      : [...dress.of.keys()];
    if (chosen.length === 0) return [];
    const [x, y] = [meanOf(points, chosen, 0), meanOf(points, chosen, 1)];
    const square = chosen.reduce((sum, point) => {
      return sum + ((points[2 * point] ?? 0) - x) ** 2 + ((points[2 * point + 1] ?? 0) - y) ** 2;
    }, 0);
    const numbers = [x, y, Math.sqrt(square / chosen.length)].map(formatNumber);
    const name = entry === undefined ? '–' : nameOf(entry, say);
    return [[name, formatCount(chosen.length), ...numbers]];
  });
  const { classHead, count, meanX, meanY, spread } = projectionWords;
  const head = [classHead, count, meanX, meanY, spread].map((each) => say(each));
  const summary = make('summary', '', say(projectionWords.asTable));
  return make('details', 'twin', summary, plainTable({ caption: '', head, rows }));
}

function meanOf(points: Float32Array, chosen: readonly number[], axis: 0 | 1): number {
  return chosen.reduce((sum, point) => sum + (points[2 * point + axis] ?? 0), 0) / chosen.length;
}
