import { join } from 'node:path';
import { checkDocument } from '../../../src/engine/index.js';
import { readCoursework } from '../coursework.js';
import type { Question } from '../score.js';
import { equationsOf } from './chains.js';
import type { Equation } from './chains.js';
import { startPeer } from './peer.js';
import type { Answer, Peer } from './peer.js';

/** One equation, read and judged by both. */
interface Row {
  readonly equation: Equation;
  readonly theirs: Answer;
  /** Whether we take all of it in. */
  readonly ours: boolean;
  /** Work of our processor on a document of this equation alone. */
  readonly ms: number;
}

/**
 * Reads the equations of each document of the bank with SymPy's `parse_latex` and compares their sides with its `equals`, in turns
 * with a check of the same equation by itself. Times are work of the processor, over what SymPy reads.
 */
export async function timeSympy(question: Question): Promise<string> {
  const peer = await startPeer(question.root);
  if (peer === null) return 'SymPy is absent: TAREA_PYTHON names a Python that has it.';
  const lines = [...heading(peer)];
  const all: Row[] = [];
  try {
    for (const work of await readCoursework(join(question.root, 'test', 'bank'))) {
      if (!work.name.includes(question.only)) continue;
      const equations = equationsOf(work.document);
      if (equations.length === 0) continue;
      if (all.length === 0) await inTurns(peer, equations.slice(0, WARM));
      const rows = await inTurns(peer, equations);
      all.push(...rows);
      lines.push(line(work.name, rows));
    }
  } finally {
    peer.end();
  }
  return [...lines, line('all', all), ...answers(all)].join('\n');
}

/** Equations that both see before the clock counts. */
const WARM = 40;

async function inTurns(peer: Peer, equations: readonly Equation[]): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const equation of equations) {
    const theirs = await peer.ask({ latex: equation.latex, python: equation.python });
    const start = process.cpuUsage();
    const { steps } = checkDocument({
      parts: [{ kind: 'markdown', text: `$$${equation.text}$$` }],
    });
    const { user, system } = process.cpuUsage(start);
    const ours = equation.ours && steps.every(({ reason }) => reason?.code !== 'unchecked.syntax');
    rows.push({ equation, theirs, ours, ms: (user + system) / 1000 });
  }
  return rows;
}

function heading({ version, missing }: Peer): readonly string[] {
  return [
    missing === null
      ? `SymPy ${version}: parse_latex and equals`
      : `SymPy ${version}: parse_expr and equals, on what our reader could write in Python; parse_latex: ${missing}`,
    `${'document'.padEnd(36)}${['equations', 'we read', 'it reads', 'ours ms', 'its ms', 'ratio']
      .map((title) => title.padStart(11))
      .join('')}`,
  ];
}

function line(title: string, rows: readonly Row[]): string {
  const both = rows.filter(({ theirs }) => theirs.read);
  const ours = both.reduce((sum, { ms }) => sum + ms, 0);
  const its = both.reduce((sum, { theirs }) => sum + theirs.ms, 0);
  const cells = [
    String(rows.length),
    String(rows.filter(({ ours }) => ours).length),
    String(both.length),
    ours.toFixed(0),
    its.toFixed(0),
    its === 0 ? '-' : (ours / its).toFixed(3),
  ];
  return `${title.slice(0, 35).padEnd(36)}${cells.map((cell) => cell.padStart(11)).join('')}`;
}

function answers(rows: readonly Row[]): readonly string[] {
  const said = rows.flatMap(({ theirs }) => theirs.equal);
  const late = rows.filter(({ theirs }) => theirs.late === true).length;
  const count = (answer: boolean | null): number => said.filter((one) => one === answer).length;
  return [
    '',
    `SymPy says equal of ${count(true)} pairs of sides, not equal of ${count(false)}, nothing of ${count(null)}; ${late} equations took it more than 5 s.`,
  ];
}
