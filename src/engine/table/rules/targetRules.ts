import type { Facts, Predictor } from './facts.js';
import { namesAlike, namesAnswer } from './names.js';
import type { Matter, Rule } from './rule.js';

/** What the table shows once it is known which column is to be predicted. */
export const targetRules: readonly Rule[] = [
  { code: 'column.target', severity: 'error', find: leaks },
  { code: 'class.imbalance', severity: 'warning', find: imbalance },
];

/**
 * How much of what the most frequent class leaves wrong one column may tell right. Features that
 * were measured stay below; what stays above is the target under another name.
 */
const TELLS_ALL = 0.98;

/** The same for a column that is also named like the target. */
const TELLS_MUCH = 0.6;

function leaks({ predictors, target }: Facts): readonly Matter[] {
  if (target === undefined) return [];
  return (predictors ?? [])
    .filter((predictor) => {
      const named = namesAlike(predictor.column, target) || namesAnswer(predictor.column);
      return lift(predictor) >= (named ? TELLS_MUCH : TELLS_ALL);
    })
    .toSorted((a, b) => lift(b) - lift(a))
    .map(({ column, accuracy }) => ({
      columns: [column],
      args: { target, percent: Math.floor(accuracy * 1000) / 10 },
    }));
}

function lift({ accuracy, baseline }: Predictor): number {
  return baseline >= 1 ? 0 : (accuracy - baseline) / (1 - baseline);
}

/** Beyond this many rows of the most frequent class for one of the rarest, accuracy misleads. */
const IMBALANCED = 3;
/** Beyond this many, a model can ignore the class and look good. */
const STARVED = 10;

function imbalance({ target, classes }: Facts): readonly Matter[] {
  if (target === undefined || classes === undefined || classes.length < 2) return [];
  const sorted = classes.toSorted((a, b) => b.count - a.count);
  const [most, least] = [sorted[0], sorted.at(-1)];
  if (most === undefined || least === undefined || most.count < IMBALANCED * least.count) return [];
  const rows = classes.reduce((sum, { count }) => sum + count, 0);
  return [
    {
      columns: [target],
      args: {
        most: most.value,
        percent: Math.round((1000 * most.count) / rows) / 10,
        least: least.value,
        rows: least.count,
      },
      ...(most.count < STARVED * least.count && { severity: 'info' as const }),
    },
  ];
}
