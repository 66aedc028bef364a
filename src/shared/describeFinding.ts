import type { ColumnKind } from '../engine/table/column.js';
import type { Finding } from '../engine/table/finding.js';
import { findingRemedies, findingWords, kindWords } from './findingWords.js';
import { sayFirst, type Args, type Say } from './say.js';

/** What was found, as a sentence. */
export function describeFinding(finding: Finding, say: Say): string {
  return sayFirst(say, findingWords[finding.code], argsOf(finding, say));
}

/** What to do about it. */
export function describeRemedy({ code }: Finding, say: Say): string {
  return say(findingRemedies[code]);
}

function argsOf({ columns, args }: Finding, say: Say): Args {
  const [column] = columns;
  const spoken = Object.entries(args).map(
    ([name, value]) =>
      [name, isKind(value) && name.endsWith('kind') ? say(kindWords[value]) : `${value}`] as const,
  );
  return {
    ...(column !== undefined && { column }),
    ...(columns.length > 1 && { more: `${columns.length - 1}` }),
    ...Object.fromEntries(spoken),
  };
}

function isKind(value: string | number): value is ColumnKind {
  return Object.hasOwn(kindWords, value);
}
