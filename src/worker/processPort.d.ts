import type { ChildProcess } from 'node:child_process';
import type { Port } from '../shared/rpc.js';
/** The port of a child process, seen from either side. What cannot be sent any more is answered by the close. */
export declare function processPort(end: ChildProcess | NodeJS.Process): Port;
