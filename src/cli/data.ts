import path from 'node:path';
import type { Finding } from '../engine/table/finding.js';
import type { Note } from '../engine/table/note.js';
import type { ColumnProfile } from '../engine/table/profile.js';
import type { Column } from '../engine/table/column.js';
import type { ClassCount, Preview, TableProblem, TableProtocol } from '../shared/tableProtocol.js';
import type { TableClient, TableMethod } from '../worker/table/client.js';

/** What `data` was asked to look at. */
export interface DataQuestion {
  readonly path: string;
  readonly target: string | undefined;
  readonly against: string | undefined;
}

export interface DataReport {
  readonly path: string;
  readonly preview: Preview;
  readonly rows: number;
  readonly columns: readonly Column[];
  readonly notes: readonly Note[];
  /** In the order of the columns. */
  readonly profiles: readonly ColumnProfile[];
  readonly findings: readonly Finding[];
  /** Of the target, where one was named. */
  readonly classes: readonly ClassCount[];
}

export type DataOutcome =
  | DataReport
  /** `path` is that of the file which could not be read. */
  | { readonly path: string; readonly problem: TableProblem };

/** Reads a table and all that is known of it. Never throws: what goes wrong is the outcome. */
export async function lookAt(question: DataQuestion, client: TableClient): Promise<DataOutcome> {
  let { path: at } = question;
  try {
    const preview = await answer(client, 'open', { path: path.resolve(at) });
    const { table } = preview;
    const { rows, columns, notes } = await answer(client, 'load', { table });
    const names = columns.map(({ name }) => name);
    const { profiles } = await answer(client, 'profile', { table, columns: names });
    const { target } = question;
    const { classes } =
      target === undefined ? { classes: [] } : await answer(client, 'target', { table, target });
    if (question.against !== undefined) at = question.against;
    const against = await opened(client, question.against);
    const { findings } = await answer(client, 'findings', {
      table,
      ...(target === undefined ? {} : { target }),
      ...(against === undefined ? {} : { against }),
    });
    const all = notes.length > 0 ? notes : preview.notes;
    return { path: question.path, preview, rows, columns, notes: all, profiles, findings, classes };
  } catch (error) {
    if (error instanceof Trouble) return { path: at, problem: error.problem };
    throw error;
  }
}

/** 0 nothing wrong, 1 something is, 2 a file could not be read. */
export function exitCodeOfData(outcome: DataOutcome): number {
  if ('problem' in outcome) return 2;
  return outcome.findings.some(({ severity }) => severity !== 'info') ? 1 : 0;
}

/** A problem on its way to the outcome. */
class Trouble extends Error {
  constructor(readonly problem: TableProblem) {
    super(problem.code);
  }
}

async function opened(client: TableClient, file: string | undefined): Promise<number | undefined> {
  if (file === undefined) return undefined;
  const { table } = await answer(client, 'open', { path: path.resolve(file) });
  return table;
}

type Answer<M extends TableMethod> = Extract<TableProtocol[M]['result'], { readonly ok: true }>;

async function answer<M extends TableMethod>(
  client: TableClient,
  method: M,
  params: TableProtocol[M]['params'],
): Promise<Answer<M>> {
  const reply: TableProtocol[TableMethod]['result'] = await client.ask(method, params).reply;
  if (!reply.ok) throw new Trouble(reply.problem);
  // Sound: what is not a problem is the row's answer.
  return reply as Answer<M>;
}
