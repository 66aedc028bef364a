import type { View } from '../../shared/tableProtocol.js';
import { numberOf, type Session } from './session.js';
import { fieldOf, relation, type OpenTable } from './tables.js';
import { whereSql } from './where.js';

/** The rows of a view: a table of row numbers in their order, or the table itself. */
export interface ViewRows {
  /** Null where the view is the whole table in the file's order. */
  readonly order: string | null;
  readonly rows: number;
}

/** Views kept at once, over all tables; each row of one costs 8 bytes at most. */
const KEPT = 8;

/** Orders that were asked for, so that paging through a sorted table sorts it once. */
export class Views {
  readonly #views = new Map<string, Promise<ViewRows>>();
  #next = 1;

  async rows(session: Session, table: OpenTable, view: View): Promise<ViewRows> {
    if (view.filter.length === 0 && view.sort.length === 0 && view.rows === undefined) {
      return { order: null, rows: table.loaded?.rows ?? 0 };
    }
    const key = `${table.id} ${JSON.stringify([view.filter, view.sort, view.rows])}`;
    const kept = this.#views.get(key) ?? this.#make(session, table, view);
    this.#views.delete(key);
    this.#views.set(key, kept);
    try {
      const rows = await kept;
      await this.#tidy(session);
      return rows;
    } catch (error) {
      this.#views.delete(key);
      throw error;
    }
  }

  async forget(session: Session, table: OpenTable): Promise<void> {
    const own = [...this.#views.keys()].filter((key) => key.startsWith(`${table.id} `));
    for (const key of own) await this.#drop(session, key);
  }

  async #make(session: Session, table: OpenTable, view: View): Promise<ViewRows> {
    const order = `data.v${this.#next++}`;
    await session.run(...orderSql(table, view, order));
    const [count] = await session.row(`SELECT count(*) FROM ${order}`);
    return { order, rows: numberOf(count) };
  }

  async #tidy(session: Session): Promise<void> {
    while (this.#views.size > KEPT) {
      const [oldest] = this.#views.keys();
      if (oldest === undefined) return;
      await this.#drop(session, oldest);
    }
  }

  async #drop(session: Session, key: string): Promise<void> {
    const view = this.#views.get(key);
    this.#views.delete(key);
    const { order = null } = (await view?.catch(() => undefined)) ?? {};
    if (order !== null) await session.run(`DROP TABLE IF EXISTS ${order}`);
  }
}

/** Missing values last either way; equal ones in the file's order. */
function orderSql(
  table: OpenTable,
  { filter, sort, rows }: View,
  order: string,
): [string, readonly string[]] {
  const { sql, values } = whereSql(table, filter);
  const chosen =
    rows === undefined ? '' : ` AND rowid IN (${rows.map(Number).join(', ') || 'NULL'})`;
  const keys = sort.map(({ column, descending }) => {
    return `${fieldOf(table, column)} ${descending ? 'DESC' : 'ASC'} NULLS LAST`;
  });
  const by = [...keys, 'rowid'].join(', ');
  return [
    `CREATE TABLE ${order} AS SELECT rowid AS r FROM ${relation(table)} WHERE ${sql}${chosen} ORDER BY ${by}`,
    values,
  ];
}
