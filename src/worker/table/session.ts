import type { DuckDBConnection, DuckDBResult, DuckDBValue } from '@duckdb/node-api';

/** What a query gives for one cell. */
export type Scalar = string | number | bigint | boolean | null;

/** One request's door to the database. */
export class Session {
  readonly #connection: DuckDBConnection;

  constructor(connection: DuckDBConnection) {
    this.#connection = connection;
  }

  async run(sql: string, values: readonly DuckDBValue[] = []): Promise<void> {
    await this.#connection.run(sql, [...values]);
  }

  /** All rows of a small answer. Dates and the like have to be written out in SQL. */
  async rows(sql: string, values: readonly DuckDBValue[] = []): Promise<readonly Scalar[][]> {
    const reader = await this.#connection.runAndReadAll(sql, [...values]);
    return reader.getRows() as Scalar[][];
  }

  /** The answer column by column. */
  async columns(sql: string, values: readonly DuckDBValue[] = []): Promise<readonly Scalar[][]> {
    const reader = await this.#connection.runAndReadAll(sql, [...values]);
    return reader.getColumns() as Scalar[][];
  }

  /** The first row of an answer that has one. */
  async row(sql: string, values: readonly DuckDBValue[] = []): Promise<readonly Scalar[]> {
    const [row] = await this.rows(sql, values);
    if (row === undefined) throw new Error(`No row: ${sql}`);
    return row;
  }

  /** An answer to be read piece by piece. */
  stream(sql: string, values: readonly DuckDBValue[] = []): Promise<DuckDBResult> {
    return this.#connection.stream(sql, [...values]);
  }

  get connection(): DuckDBConnection {
    return this.#connection;
  }

  /** From 0 to 1; nothing where it is not known. */
  share(): number | undefined {
    const { percentage } = this.#connection.progress;
    return percentage < 0 ? undefined : Math.min(1, percentage / 100);
  }

  /** What is running fails at once. */
  interrupt(): void {
    this.#connection.interrupt();
  }

  close(): void {
    this.#connection.closeSync();
  }
}

/** A count or a measure, whatever type the database gave it; NaN where it is missing. */
export function numberOf(value: Scalar | undefined): number {
  return value === null || value === undefined ? Number.NaN : Number(value);
}
