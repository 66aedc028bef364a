import { sayFirst, type Say } from './say.js';
import { tableProblems } from './tableProblems.js';
import type { TableProblem } from './tableProtocol.js';

/** Why there is no table, or no answer about it, as a sentence. */
export function describeProblem({ code, args }: TableProblem, say: Say): string {
  const words = Object.entries(args).map(([name, value]) => [name, `${value}`] as const);
  return sayFirst(say, tableProblems[code], Object.fromEntries(words));
}
