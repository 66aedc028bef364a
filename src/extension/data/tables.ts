import type { Endpoint } from '../../shared/rpc.js';
import { RpcError } from '../../shared/rpcError.js';
import type { TableProblem, TableProtocol } from '../../shared/tableProtocol.js';

/** The table process, as far as this folder needs it. */
export type Tables = Pick<Endpoint<TableProtocol>, 'request'>;

/** Milliseconds: reading gigabytes tells its progress, sorting them does not. */
const PATIENCE = 170_000;

/** Asks, and makes a problem of an answer that never came. */
export async function askTables<K extends keyof TableProtocol>(
  tables: Tables,
  name: K,
  params: TableProtocol[K]['params'],
  onProgress?: (value: TableProtocol[K]['progress']) => void,
): Promise<TableProtocol[K]['result'] | Unanswered> {
  try {
    const options = { timeout: PATIENCE, ...(onProgress && { onProgress }) };
    return await tables.request(name, params, options).result;
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

export interface Unanswered {
  readonly ok: false;
  readonly problem: TableProblem;
}

function problemOf(error: unknown): TableProblem {
  if (!(error instanceof RpcError)) return { code: 'process.bug', args: { detail: String(error) } };
  switch (error.code) {
    case 'timeout':
      return { code: 'query.slow', args: {} };
    case 'cancelled':
      return { code: 'request.cancelled', args: {} };
    case 'closed':
      return { code: 'process.gone', args: {} };
    case 'handler':
    case 'unknown-method':
    case 'unsendable':
      return { code: 'process.bug', args: { detail: error.message } };
  }
}
