import type { Column, ColumnProfile } from '../../../shared/dataProtocol.js';
import { dataWords } from '../../../shared/dataWords.js';
import type { Say } from '../../../shared/say.js';
import { formatCount, formatShare } from '../numbers.js';

/** From this share of missing values on it is said. */
const MUCH = 0.3;

/** What is worth knowing of a column at a glance, in words. */
export function flagsOf(column: Column, profile: ColumnProfile, say: Say): readonly string[] {
  const { count, missing, distinct, numeric, approximate } = profile;
  const present = count - missing;
  const flags: string[] = [];
  if (present === 0) flags.push(say(dataWords.flagNothing));
  else if (distinct === 1) flags.push(say(dataWords.flagConstant));
  else if (column.kind !== 'real' && !approximate && distinct === present) {
    flags.push(say(dataWords.flagUnique));
  }
  if (present > 0 && missing / count >= MUCH) {
    flags.push(say(dataWords.flagMissing, { share: formatShare(missing / count) }));
  }
  if (numeric !== undefined && numeric.outliers > 0) {
    flags.push(say(dataWords.flagOutliers, { count: formatCount(numeric.outliers) }));
  }
  if (numeric !== undefined && numeric.infinite > 0) {
    flags.push(say(dataWords.flagInfinite, { count: formatCount(numeric.infinite) }));
  }
  return flags;
}
