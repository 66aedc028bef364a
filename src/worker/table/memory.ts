import type {
  JoinRequest,
  OpenRequest,
  TableId,
  TableProblem,
  TableProtocol,
} from '../../shared/tableProtocol.js';

type Method = keyof TableProtocol;

/** Asks the process and waits; rejects where the process ends. */
export type Request = <M extends Method>(
  method: M,
  params: TableProtocol[M]['params'],
) => Promise<TableProtocol[M]['result']>;

type Origin =
  | { readonly kind: 'open'; readonly request: OpenRequest }
  | { readonly kind: 'join'; readonly request: JoinRequest };

/** What is open and where it came from, so that a new process can be given the tables of an old one. */
export class Memory {
  readonly #origins = new Map<TableId, Origin>();
  /** Tables that the process of now holds. */
  readonly #present = new Set<TableId>();
  #next = 1;

  /** The process is gone, and its tables with it. */
  lose(): void {
    this.#present.clear();
  }

  /** Opens again what a request needs and the process does not have; a problem where that is not possible. */
  async restore<M extends Method>(
    method: M,
    params: TableProtocol[M]['params'],
    request: Request,
  ): Promise<TableProblem | null> {
    const needed = method === 'query' ? [...this.#origins.keys()] : tablesOf(params);
    for (const id of needed) {
      const problem = await this.#restore(id, request);
      // A question need not be about the table that cannot be had.
      if (problem !== null && method !== 'query') return problem;
    }
    return null;
  }

  /** The same request with a number for the table that it makes: numbers are ours, and outlive a process. */
  number<M extends Method>(
    method: M,
    params: TableProtocol[M]['params'],
  ): TableProtocol[M]['params'] {
    if (method !== 'open' && method !== 'join') return params;
    const { table = this.#next } = params as { readonly table?: TableId };
    this.#next = Math.max(this.#next, table + 1);
    return { ...params, table };
  }

  learn<M extends Method>(
    method: M,
    params: TableProtocol[M]['params'],
    reply: TableProtocol[M]['result'],
  ): void {
    if (!reply.ok) return;
    if (method === 'close') this.#forget((params as TableProtocol['close']['params']).table);
    const origin = originOf(method, params, reply);
    const table = origin?.request.table;
    if (origin === null || table === undefined) return;
    this.#origins.set(table, origin);
    this.#present.add(table);
  }

  async #restore(id: TableId, request: Request): Promise<TableProblem | null> {
    const origin = this.#origins.get(id);
    // Unknown numbers are for the process to refuse.
    if (this.#present.has(id) || origin === undefined) return null;
    if (origin.kind === 'join') {
      const { left, right } = origin.request;
      const problem = (await this.#restore(left, request)) ?? (await this.#restore(right, request));
      if (problem !== null) return problem;
    }
    const reply =
      origin.kind === 'open'
        ? await request('open', origin.request)
        : await request('join', origin.request);
    if (!reply.ok) return reply.problem;
    this.#present.add(id);
    return null;
  }

  #forget(id: TableId): void {
    this.#origins.delete(id);
    this.#present.delete(id);
  }
}

function tablesOf(params: object): readonly TableId[] {
  const { table, left, right, against, train } = params as Readonly<
    Record<string, TableId | undefined>
  >;
  return [table, left, right, against, train].filter((id) => id !== undefined);
}

function originOf<M extends Method>(
  method: M,
  params: TableProtocol[M]['params'],
  reply: TableProtocol[M]['result'],
): Origin | null {
  if (method === 'open') {
    const { bytes, modified, name } = reply as Extract<
      TableProtocol['open']['result'],
      { readonly ok: true }
    >;
    const request = params as OpenRequest;
    return { kind: 'open', request: { ...request, name, unchanged: { bytes, modified } } };
  }
  if (method === 'join') {
    const { name } = reply as Extract<TableProtocol['join']['result'], { readonly ok: true }>;
    return { kind: 'join', request: { ...(params as JoinRequest), name } };
  }
  return null;
}
