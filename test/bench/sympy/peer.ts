import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PYTHON } from '../python.js';

/** The sides of a chain of equalities, in LaTeX and, where it can be written so, in Python. */
export interface Chain {
  readonly latex: readonly string[];
  readonly python: readonly string[] | null;
}

export interface Answer {
  readonly read: boolean;
  /** What SymPy says of each side and the next; null where it does not know. */
  readonly equal: readonly (boolean | null)[];
  /** It was stopped. */
  readonly late?: boolean;
  /** Work of the processor. */
  readonly ms: number;
}

export interface Peer {
  readonly version: string;
  /** Why SymPy's reader of LaTeX cannot run here; null where it does. */
  readonly missing: string | null;
  readonly ask: (chain: Chain) => Promise<Answer>;
  readonly end: () => void;
}

/** A formula that takes SymPy longer counts as late. */
const SECONDS = 5;

/** SymPy in a process of its own, which answers one chain after the other; null where it is absent. */
export async function startPeer(root: string): Promise<Peer | null> {
  const script = join(root, 'test', 'bench', 'sympy', 'peer.py');
  const child = spawn(PYTHON, [script], { stdio: ['pipe', 'pipe', 'ignore'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => {
    const line: IteratorResult<string, unknown> = await lines.next();
    return line.done === true ? null : JSON.parse(line.value);
  };
  const hello = (await next()) as Pick<Peer, 'version' | 'missing'> | null;
  if (hello === null) return null;
  return {
    ...hello,
    ask: async (chain) => {
      child.stdin.write(`${JSON.stringify({ ...chain, seconds: SECONDS })}\n`);
      return (await next()) as Answer;
    },
    end: () => child.stdin.end(),
  };
}
