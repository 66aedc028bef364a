import type * as vscode from 'vscode';
import type { TableClient } from '../../worker/table/client.js';

/** What a file holds, as far as it was looked at. */
export type Size =
  | { readonly kind: 'table'; readonly rows: number | null; readonly columns: number }
  | { readonly kind: 'unread' };

/** Bytes up to which a file is read to its end to count its rows, only for the list. */
const SMALL = 8_000_000;

/** Rows and columns of the files that are listed, found out one file after the other. */
export class Sizes {
  readonly #tables: TableClient;
  readonly #onChange: () => void;
  readonly #known = new Map<string, { readonly bytes: number; readonly size: Size }>();
  readonly #waiting = new Map<string, { readonly uri: vscode.Uri; readonly bytes: number }>();
  #busy = false;

  constructor(tables: TableClient, onChange: () => void) {
    this.#tables = tables;
    this.#onChange = onChange;
  }

  /** Nothing yet where it was not looked at; it is told of later. */
  of(uri: vscode.Uri, bytes: number): Size | undefined {
    const key = uri.toString();
    const known = this.#known.get(key);
    if (known?.bytes === bytes) return known.size;
    this.#waiting.set(key, { uri, bytes });
    void this.#work();
    return known?.size;
  }

  async #work(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      const [key, { uri, bytes }] = next;
      this.#known.set(key, { bytes, size: await this.#look(uri, bytes) });
    }
    this.#busy = false;
    this.#onChange();
  }

  #next(): readonly [string, { readonly uri: vscode.Uri; readonly bytes: number }] | undefined {
    const [first] = this.#waiting;
    if (first !== undefined) this.#waiting.delete(first[0]);
    return first;
  }

  async #look(uri: vscode.Uri, bytes: number): Promise<Size> {
    const opened = await this.#tables.ask('open', { path: uri.fsPath, passing: true }).reply;
    if (!opened.ok) return { kind: 'unread' };
    const { table, columns } = opened;
    const loaded = bytes > SMALL ? undefined : await this.#tables.ask('load', { table }).reply;
    void this.#tables.ask('close', { table }).reply;
    const rows = loaded?.ok === true ? loaded.rows : null;
    return { kind: 'table', rows, columns: columns.length };
  }
}
