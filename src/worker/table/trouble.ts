import type { TableProblem, TableProblemCode } from '../../shared/tableProtocol.js';

/** What a reader of tables is told instead of an answer; thrown by whatever serves a request, caught once. */
export class TableTrouble extends Error {
  constructor(
    readonly code: TableProblemCode,
    readonly args: TableProblem['args'] = {},
  ) {
    super(code);
    this.name = 'TableTrouble';
  }
}

/** What an error of the database, the file system or ours says to the reader. */
export function problemOf(thrown: unknown): TableProblem {
  if (thrown instanceof TableTrouble) return { code: thrown.code, args: thrown.args };
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const known = SIGNS.find(({ sign }) => sign.test(error.message));
  if (known !== undefined) return { code: known.code, args: {} };
  return { code: 'process.bug', args: { detail: error.stack ?? error.message } };
}

/** The beginnings of DuckDB's messages are its error classes; Node's hold the system's code. */
const SIGNS: readonly { readonly sign: RegExp; readonly code: TableProblemCode }[] = [
  { sign: /^INTERRUPT Error|^The operation was aborted/, code: 'request.cancelled' },
  { sign: /No space left|ENOSPC|max_temp_directory_size/, code: 'disk.full' },
  { sign: /^Out of Memory Error|Array buffer allocation failed/, code: 'memory.full' },
  { sign: /\bENOENT\b|\bENOTDIR\b|No files found that match/, code: 'file.missing' },
  { sign: /\bEACCES\b|\bEPERM\b|Permission denied/, code: 'file.denied' },
];
