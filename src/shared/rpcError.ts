/** `handler`: the other end's code threw; `unsendable`: a value that cannot cross. */
export type RpcErrorCode =
  'timeout' | 'closed' | 'cancelled' | 'handler' | 'unknown-method' | 'unsendable';

/** An error as it crosses a port. */
export interface RpcFailure {
  readonly code: RpcErrorCode;
  readonly message: string;
}

/** Why a request has no result. */
export class RpcError extends Error {
  constructor(
    readonly code: RpcErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'RpcError';
  }
}

/** What is sent back when a handler throws: its own code when it has one. */
export function errorFrom(thrown: unknown): RpcFailure {
  if (thrown instanceof RpcError) return { code: thrown.code, message: thrown.message };
  const message = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return { code: 'handler', message };
}
