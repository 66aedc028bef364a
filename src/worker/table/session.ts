import type {
  DuckDBConnection,
  DuckDBResult,
  DuckDBResultReader,
  DuckDBValue,
} from '@duckdb/node-api';
import { TableTrouble } from './trouble.js';

/** What a query gives for one cell. */
export type Scalar = string | number | bigint | boolean | null;

/** Milliseconds between two interruptions of what does not end. */
const INSIST = 20;

/** One request's door to the database. */
export class Session {
  readonly #connect: () => Promise<DuckDBConnection>;
  #connecting: Promise<DuckDBConnection> | undefined;
  #connection: DuckDBConnection | undefined;
  #interrupted = false;
  #again: ReturnType<typeof setInterval> | undefined;

  constructor(connect: () => Promise<DuckDBConnection>) {
    this.#connect = connect;
  }

  async run(sql: string, values: readonly DuckDBValue[] = []): Promise<void> {
    const connection = await this.#open();
    await connection.run(sql, [...values]);
  }

  /** All rows of a small answer. Dates and the like have to be written out in SQL. */
  async rows(sql: string, values: readonly DuckDBValue[] = []): Promise<readonly Scalar[][]> {
    const connection = await this.#open();
    const reader = await connection.runAndReadAll(sql, [...values]);
    return reader.getRows() as Scalar[][];
  }

  /** The answer column by column. */
  async columns(sql: string, values: readonly DuckDBValue[] = []): Promise<readonly Scalar[][]> {
    const connection = await this.#open();
    const reader = await connection.runAndReadAll(sql, [...values]);
    return reader.getColumns() as Scalar[][];
  }

  /** The first row of an answer that has one. */
  async row(sql: string, values: readonly DuckDBValue[] = []): Promise<readonly Scalar[]> {
    const [row] = await this.rows(sql, values);
    if (row === undefined) throw new Error(`No row: ${sql}`);
    return row;
  }

  /** An answer to be read piece by piece. */
  async stream(sql: string): Promise<DuckDBResult> {
    const connection = await this.#open();
    return await connection.stream(sql);
  }

  /** At least the first `count` rows of an answer, with whatever the database has for values. */
  async beginning(sql: string, count: number): Promise<DuckDBResultReader> {
    const connection = await this.#open();
    return await connection.streamAndReadUntil(sql, count);
  }

  /** From 0 to 1; nothing where it is not known. */
  share(): number | undefined {
    const percentage = this.#connection?.progress.percentage ?? -1;
    return percentage < 0 ? undefined : Math.min(1, percentage / 100);
  }

  /** What is running fails at once. A query that was asked for and has not begun hears nothing: it is told again. */
  interrupt(): void {
    this.#interrupted = true;
    const tell = (): void => {
      this.#connection?.interrupt();
    };
    tell();
    this.#again ??= setInterval(tell, INSIST);
  }

  /** What was interrupted before it was connected may not begin. */
  async #open(): Promise<DuckDBConnection> {
    this.#connecting ??= this.#connect();
    this.#connection = await this.#connecting;
    if (!this.#interrupted) return this.#connection;
    throw new TableTrouble('request.cancelled');
  }

  close(): void {
    clearInterval(this.#again);
    this.#connection?.closeSync();
    this.#connection = undefined;
  }
}

/** A count or a measure, whatever type the database gave it; NaN where it is missing. */
export function numberOf(value: Scalar | undefined): number {
  return value === null || value === undefined ? Number.NaN : Number(value);
}
