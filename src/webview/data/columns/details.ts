import type { ColumnProfile, NumericProfile } from '../../../shared/dataProtocol.js';
import { dataWords } from '../../../shared/dataWords.js';
import type { Say } from '../../../shared/say.js';
import { make } from '../../ui.js';
import { formatCount, formatNumber, formatShare } from '../numbers.js';
import { plainTable } from '../plainTable.js';

/** All that is known of a column, in tables: the twin of its picture. */
export function columnDetails(profile: ColumnProfile, say: Say): HTMLElement {
  const { numeric, top, text, count, missing, distinct, approximate } = profile;
  const facts: (readonly [string, string])[] = [
    [say(dataWords.headMissing), `${formatCount(missing)} (${formatShare(missing / count)})`],
    [say(dataWords.headDistinct), formatCount(distinct)],
    ...(numeric === undefined ? [] : numericFacts(numeric, say)),
  ];
  if (text !== undefined) {
    facts.push([say(dataWords.factLengths), `${text.shortest} – ${text.longest}`]);
  }
  const parts: HTMLElement[] = [
    plainTable({ caption: say(dataWords.facts), head: [], rows: facts }),
  ];
  if (numeric !== undefined) parts.push(binsTable(numeric, say));
  if (top !== undefined && top.length > 0) {
    const rows = top.map(
      (each) => [each.value, formatCount(each.count), formatShare(each.count / count)] as const,
    );
    const head = [say(dataWords.headValue), say(dataWords.headRows), say(dataWords.headShare)];
    parts.push(plainTable({ caption: say(dataWords.topValues), head, rows }));
  }
  if (approximate) parts.push(make('p', 'approximate', say(dataWords.approximate)));
  return make('div', 'details', ...parts);
}

function numericFacts(numeric: NumericProfile, say: Say): readonly (readonly [string, string])[] {
  return [
    [say(dataWords.headMean), formatNumber(numeric.mean)],
    [say(dataWords.headSd), formatNumber(numeric.sd)],
    [say(dataWords.headMin), formatNumber(numeric.min)],
    [say(dataWords.factQ25), formatNumber(numeric.q25)],
    [say(dataWords.headMedian), formatNumber(numeric.q50)],
    [say(dataWords.factQ75), formatNumber(numeric.q75)],
    [say(dataWords.headMax), formatNumber(numeric.max)],
    [say(dataWords.factZeros), formatCount(numeric.zeros)],
    [say(dataWords.factInfinite), formatCount(numeric.infinite)],
    [say(dataWords.factOutliers), formatCount(numeric.outliers)],
  ];
}

function binsTable({ histogram: { from, to, counts } }: NumericProfile, say: Say): HTMLElement {
  const width = (to - from) / Math.max(1, counts.length);
  const rows = counts.map((count, index) => {
    const start = formatNumber(from + index * width);
    return [`${start} … ${formatNumber(from + (index + 1) * width)}`, formatCount(count)] as const;
  });
  const head = [say(dataWords.headValues), say(dataWords.headRows)];
  return plainTable({ caption: say(dataWords.distribution), head, rows });
}
