import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DuckDBInstance } from '@duckdb/node-api';
import { Session } from './session.js';

/** The database of one process: its tables live in memory, and in `folder` where that is not enough. */
export class Database {
  readonly #folder: string;
  readonly #beforeOpening: () => void;
  #opening: Promise<DuckDBInstance> | undefined;

  /** Nothing is loaded yet: a first screen needs no database, and the library is large. */
  constructor(folder: string, beforeOpening: () => void) {
    this.#folder = folder;
    this.#beforeOpening = beforeOpening;
  }

  /** One for each request, so that each can be interrupted alone. It connects when it is first used. */
  session(): Session {
    return new Session(async () => {
      const instance = await this.open();
      const connection = await instance.connect();
      for (const sql of PROGRESS) await connection.run(sql);
      return connection;
    });
  }

  open(): Promise<DuckDBInstance> {
    if (this.#opening !== undefined) return this.#opening;
    this.#beforeOpening();
    this.#opening = create(this.#folder);
    return this.#opening;
  }
}

async function create(folder: string): Promise<DuckDBInstance> {
  const { DuckDBInstance: Instance } = await import('@duckdb/node-api');
  mkdirSync(folder, { recursive: true });
  const instance = await Instance.create(':memory:', {
    memory_limit: `${memoryLimit()}MB`,
    temp_directory: path.join(folder, 'spill'),
    // Nothing is fetched: what is not in the library itself does not exist.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
  });
  const connection = await instance.connect();
  for (const sql of SETUP) await connection.run(sql);
  connection.closeSync();
  return instance;
}

/**
 * Megabytes: a quarter of the machine's, so that an editor beside it can go on. What the database does not count
 * (Node, the library, numbers on their way) takes about 300 MB more: the process stays below 1 GB.
 */
function memoryLimit(total = os.totalmem()): number {
  return Math.min(720, Math.max(256, Math.floor(total / 4 / 2 ** 20)));
}

/** Tables are in a schema of their own: a question in SQL sees the views on them, under the readers' names. */
const SETUP = ['CREATE SCHEMA data'];

/** How far a query has come is only counted where it could be printed. */
const PROGRESS = ['SET enable_progress_bar = true', 'SET enable_progress_bar_print = false'];
