import type { Column } from '../../../shared/dataProtocol.js';
import { dataWords } from '../../../shared/dataWords.js';
import type { Say } from '../../../shared/say.js';
import type { RankedFeature } from '../../../shared/tableProtocol.js';
import { make } from '../../ui.js';
import { isNumeric } from '../kinds.js';
import { formatNumber } from '../numbers.js';
import { bar, plainTable } from '../plainTable.js';

const MAX_LISTED = 25;

/** What a heat map can show with its numbers in it. */
const MAX_CORRELATED = 16;

/** The features that tell the classes apart best, each looked at alone; a name leads to its column. */
export function rankedPart(
  ranked: readonly RankedFeature[],
  say: Say,
  goTo: (column: string) => void,
): HTMLElement {
  const most = new Map<string, number>();
  for (const { measure, score } of ranked) {
    most.set(measure, Math.max(most.get(measure) ?? 0, Number.isFinite(score) ? score : 0));
  }
  const rows = ranked.slice(0, MAX_LISTED).map(({ column, score, measure }) => {
    const link = make('button', 'link', column);
    link.type = 'button';
    link.addEventListener('click', () => {
      goTo(column);
    });
    const words = measure === 'anova' ? 'F' : say(dataWords.measureInformation);
    return [link, words, formatNumber(score), bar(score / (most.get(measure) ?? 1))];
  });
  const head = [dataWords.headFeature, dataWords.headMeasure, dataWords.headScore];
  return make(
    'section',
    'ranked',
    make('h2', '', say(dataWords.ranked)),
    make('p', 'note', say(dataWords.rankedNote)),
    plainTable({ caption: '', head: head.map((each) => say(each)), rows }),
  );
}

/** The numeric columns among the first, the strongest first. */
export function strongestNumeric(
  ranked: readonly RankedFeature[],
  columns: readonly Column[],
): readonly string[] {
  const numeric = new Set(columns.filter(isNumeric).map(({ name }) => name));
  return ranked
    .map(({ column }) => column)
    .filter((name) => numeric.has(name))
    .slice(0, MAX_CORRELATED);
}
