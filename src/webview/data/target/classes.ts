import { dataWords } from '../../../shared/dataWords.js';
import { clip, type Say } from '../../../shared/say.js';
import type { ClassCount } from '../../../shared/tableProtocol.js';
import { make } from '../../ui.js';
import { formatCount, formatNumber, formatShare } from '../numbers.js';
import { bar, plainTable } from '../plainTable.js';

/** Past it the bars say nothing any more: such a column is hardly a class. */
const MAX_CLASSES = 60;

/** How many rows each class has, and what that means for a model. */
export function classesPart(classes: readonly ClassCount[], rows: number, say: Say): HTMLElement {
  const total = classes.reduce((sum, { count }) => sum + count, 0);
  const sorted = classes.toSorted((a, b) => b.count - a.count);
  const [largest] = sorted;
  const smallest = sorted.at(-1);
  const part = make('section', 'classes', make('h2', '', say(dataWords.classes)));
  if (largest !== undefined && smallest !== undefined) {
    const label = clip(largest.value);
    const share = formatShare(largest.count / total);
    part.append(make('p', 'baseline', say(dataWords.baseline, { label, share })));
    if (smallest.count < largest.count) {
      const ratio = formatNumber(largest.count / smallest.count);
      part.append(make('p', 'imbalance', say(dataWords.imbalance, { ratio })));
    }
  }
  const listed = sorted.slice(0, MAX_CLASSES);
  part.append(
    plainTable({
      caption: '',
      head: [dataWords.headClass, dataWords.headCount, dataWords.headShare].map((head) =>
        say(head),
      ),
      rows: listed.map(({ value, count }) => [
        value,
        formatCount(count),
        formatShare(count / total),
        bar(count / (largest?.count ?? 1)),
      ]),
    }),
  );
  const more = sorted.length - listed.length;
  if (more > 0)
    part.append(make('p', '', say(dataWords.classesMore, { count: formatCount(more) })));
  if (total < rows) {
    part.append(make('p', '', say(dataWords.noClass, { count: formatCount(rows - total) })));
  }
  return part;
}
