import { sayFirst, type Say } from '../../shared/say.js';
import type { TableProblem } from '../../shared/tableProtocol.js';
import { tableProblems } from '../../shared/tableProblems.js';

/** Why there is no answer, in a sentence. */
export function sayProblem({ code, args }: TableProblem, say: Say): string {
  const written = Object.entries(args).map(([name, value]) => [name, String(value)] as const);
  return sayFirst(say, tableProblems[code], Object.fromEntries(written));
}
