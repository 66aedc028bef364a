import { type ChildProcess } from 'node:child_process';
import { type TableClient, type TableProcess } from './client.js';
/** The process itself beside what its client needs of it. */
export interface ForkedTables extends TableProcess {
    readonly child: ChildProcess;
}
/** The database in a process of its own, started with the first request; `script` is the bundled `entry.ts`. */
export declare function createProcessTables(script: string, onGone?: () => void): TableClient;
/** Starts one process. */
export declare function spawnTables(script: string): ForkedTables;
