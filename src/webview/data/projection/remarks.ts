import type { Components, Quality } from '../../../shared/projectionViewProtocol.js';
import { projectionProblems, projectionWords } from '../../../shared/projectionWords.js';
import type { ProjectionProblem } from '../../../shared/projectionProtocol.js';
import { sayFirst, type Say } from '../../../shared/say.js';
import type { TableProblem } from '../../../shared/tableProtocol.js';
import { formatCount, formatShare } from '../numbers.js';
import { sayProblem } from '../problem.js';

/** Columns that are named; more are counted by their dots. */
const NAMED = 8;

/** What was done to the columns before anything was computed, one sentence each. */
export function describePreparation({ dropped, imputed }: Components, say: Say): readonly string[] {
  const told = [say(projectionWords.scaled)];
  if (imputed.length > 0) {
    const count = imputed.reduce((sum, each) => sum + each.count, 0);
    const args = { count: formatCount(count), columns: formatCount(imputed.length) };
    told.push(say(projectionWords.imputed, args));
  }
  if (dropped.length > 0) {
    const names = dropped.slice(0, NAMED).map(({ column }) => column);
    const columns = `${names.join(', ')}${dropped.length > NAMED ? ' …' : ''}`;
    told.push(say(projectionWords.dropped, { columns }));
  }
  return told;
}

/** How far the picture can be believed. */
export function describeQuality(
  { trustworthiness, neighbours, points, sampled, vote }: Quality,
  rows: number,
  say: Say,
): readonly string[] {
  const told: string[] = [];
  const near = formatCount(neighbours);
  if (trustworthiness !== undefined) {
    told.push(say(projectionWords.trust, { value: trustworthiness.toFixed(3), neighbours: near }));
  }
  if (vote !== undefined) {
    const shares = {
      accuracy: formatShare(vote.accuracy),
      baseline: formatShare(vote.baseline),
    };
    told.push(say(projectionWords.vote, { ...shares, neighbours: near }));
  }
  if (sampled) {
    const args = { points: formatCount(points), all: formatCount(rows) };
    told.push(say(projectionWords.trustSample, args));
  }
  return told;
}

export function describeTrouble(problem: ProjectionProblem | TableProblem, say: Say): string {
  if (!isOfProjection(problem)) return sayProblem(problem, say);
  const written = Object.entries(problem.args).map(([name, value]) => {
    return [name, typeof value === 'number' ? formatCount(value) : value] as const;
  });
  return sayFirst(say, projectionProblems[problem.code], Object.fromEntries(written));
}

function isOfProjection(problem: ProjectionProblem | TableProblem): problem is ProjectionProblem {
  return problem.code in projectionProblems;
}
