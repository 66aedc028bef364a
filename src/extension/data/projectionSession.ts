import type * as vscode from 'vscode';
import type { ProjectionProtocol } from '../../shared/projectionProtocol.js';
import type { Colouring, Projected, ProjectionRows } from '../../shared/projectionViewProtocol.js';
import type { Handlers, Serving } from '../../shared/rpc.js';
import { RpcError } from '../../shared/rpcError.js';
import type { TableId, TableProblem } from '../../shared/tableProtocol.js';
import type { ProjectionThread } from '../../worker/projection/thread.js';
import type { TableClient } from '../../worker/table/client.js';
import type { DataDocument } from './dataDocument.js';
import type { Opened } from './origin.js';
import { closePartner, openPartner } from './partners.js';
import { colouringOf, labelsOf, type ColouredTable } from './projectionColours.js';
import { saveBytes } from './saveBytes.js';

/** Numbers that are sent at once: a message of 16 MB does not hold the editor up. */
const CHUNK = 2_000_000;

/** Milliseconds without a word: the search for neighbours of a large table says nothing. */
const PATIENCE = 600_000;

/** One view's projections: a thread of its own, and the file that is looked at together with this one. */
export class ProjectionSession implements vscode.Disposable {
  readonly handlers: Handlers<ProjectionRows>;
  readonly #document: DataDocument;
  readonly #tables: TableClient;
  readonly #startThread: () => ProjectionThread;
  #thread: ProjectionThread | undefined;
  #opened: Opened | undefined;
  #partner: ColouredTable | undefined;
  #labels: Int32Array = new Int32Array(0);

  constructor(document: DataDocument, tables: TableClient, startThread: () => ProjectionThread) {
    this.#document = document;
    this.#tables = tables;
    this.#startThread = startThread;
    this.handlers = {
      project: (params, serving) => this.#project(params, serving),
      embed: (params, serving) => this.#ask('embed', params, serving),
      colour: ({ column }) => this.#colour(column),
      quality: ({ points }) => this.#ask('quality', { points, labels: this.#labels }),
      save: saveBytes,
    };
  }

  dispose(): void {
    this.#thread?.end();
    this.#thread = undefined;
    this.#closePartner();
  }

  async #project(
    { columns, partner }: ProjectionRows['project']['params'],
    serving: Serving<ProjectionRows['project']['progress']>,
  ): Promise<ProjectionRows['project']['result']> {
    const own = this.#own();
    if (own === undefined)
      return { ok: false, problem: { code: 'projection.notPrepared', args: {} } };
    const opened = await this.#openPartner(partner);
    if (opened !== undefined) return { ok: false, problem: opened };
    const other = this.#partner;
    const shared = new Set(other?.columns.map(({ name }) => name));
    const names = other === undefined ? columns : columns.filter((name) => shared.has(name));
    const rows = own.rows + (other?.rows ?? 0);
    const begun = await this.#ask('begin', { rows, columns: names });
    if (!begun.ok) return begun;
    const tables = [{ ...own, from: 0 }, ...(other ? [{ ...other, from: own.rows }] : [])];
    for (const table of tables) {
      const refused = await this.#send(table, names, serving);
      if (refused !== undefined) return refused;
    }
    const components = await this.#ask('components', { keep: KEPT });
    return components.ok ? { ...components, own: own.rows } : components;
  }

  /** Some columns at a time, from one table; what went wrong, if anything did. */
  async #send(
    { table, rows, from }: { table: TableId; rows: number; from: number },
    names: readonly string[],
    serving: Serving<ProjectionRows['project']['progress']>,
  ): Promise<Extract<Projected<object>, { ok: false }> | undefined> {
    const width = Math.max(1, Math.floor(CHUNK / Math.max(1, rows)));
    for (let first = 0; first < names.length; first += width) {
      const columns = names.slice(first, first + width);
      const numbers = await this.#tables.ask('numbers', { table, columns }).reply;
      if (!numbers.ok) return numbers;
      const { values } = numbers;
      const added = await this.#ask('add', { first, from, rows, values });
      if (!added.ok) return added;
      serving.progress({ done: Math.min(names.length, first + width), of: names.length });
    }
    return undefined;
  }

  async #colour(column: string): Promise<Projected<{ readonly colouring: Colouring }>> {
    this.#labels = new Int32Array(0);
    const own = this.#own();
    if (own === undefined)
      return { ok: false, problem: { code: 'projection.notPrepared', args: {} } };
    const tables = this.#partner === undefined ? [own] : [own, this.#partner];
    const reply = await colouringOf(column, tables, this.#tables);
    if (reply.ok) this.#labels = labelsOf(reply.colouring);
    return reply;
  }

  async #ask<K extends keyof ProjectionProtocol>(
    name: K,
    params: ProjectionProtocol[K]['params'],
    serving?: Serving<ProjectionProtocol[K]['progress']>,
  ): Promise<ProjectionProtocol[K]['result'] | Extract<Projected<object>, { ok: false }>> {
    this.#thread ??= this.#startThread();
    const thread = this.#thread;
    try {
      const onProgress = serving?.progress;
      const options = { timeout: PATIENCE, ...(onProgress && { onProgress }) };
      const asked = thread.endpoint.request(name, params, options);
      serving?.onCancel(asked.cancel);
      return await asked.result;
    } catch (error) {
      if (!(error instanceof RpcError) || error.code === 'cancelled') throw error;
      // A thread that died, or hangs, is of no more use; the next question gets a new one.
      thread.end();
      if (this.#thread === thread) this.#thread = undefined;
      return { ok: false, problem: { code: 'projection.gone', args: {} } };
    }
  }

  #own(): ColouredTable | undefined {
    const { known } = this.#document;
    if (known === undefined || known.rows === null) return undefined;
    return { table: known.table, rows: known.rows, columns: known.columns };
  }

  /** Opens the partner named, unless it is open; what went wrong, if anything did. */
  async #openPartner(id: string): Promise<TableProblem | undefined> {
    this.#closePartner();
    if (id === '') return undefined;
    const opened = await openPartner(id, this.#tables);
    if (!opened.ok) return opened.problem;
    const { table } = opened.preview;
    const loaded = await this.#tables.ask('load', { table }).reply;
    if (!loaded.ok) {
      closePartner(opened, this.#tables);
      return loaded.problem;
    }
    this.#opened = opened;
    this.#partner = { table, rows: loaded.rows, columns: loaded.columns };
    return undefined;
  }

  #closePartner(): void {
    closePartner(this.#opened, this.#tables);
    this.#opened = undefined;
    this.#partner = undefined;
  }
}

/** Components that are computed; the thread keeps no more. */
const KEPT = 50;
