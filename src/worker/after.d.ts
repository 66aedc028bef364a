import type { After } from '../shared/rpc.js';
/** Node's timer; it keeps no process alive. */
export declare const after: After;
