import { type After, type Port } from '../../shared/rpc.js';
import type { TableProtocol } from '../../shared/tableProtocol.js';
export type TableMethod = keyof TableProtocol;
/** A request on its way. */
export interface Asked<Result> {
    /** Never rejects: what went wrong is a problem in it. */
    readonly reply: Promise<Result>;
    /** Ends `reply` with `request.cancelled` and interrupts the work. */
    readonly cancel: () => void;
}
export interface TableClient {
    readonly ask: <M extends TableMethod>(method: M, params: TableProtocol[M]['params'], onProgress?: (value: TableProtocol[M]['progress']) => void) => Asked<TableProtocol[M]['result']>;
    /** Ends the process, with all that it holds. */
    readonly dispose: () => void;
}
/** A running database behind a port. */
export interface TableProcess {
    readonly port: Port;
    readonly terminate: () => void;
    /** What it said before it ended, for a report. */
    readonly lastWords: () => string;
}
export interface TableClientOptions {
    /** Starts a process; called at the first request and after each process that ended. */
    readonly spawn: () => TableProcess;
    readonly after: After;
    /** Called once for each process that ended without being asked to, whatever was under way. */
    readonly onGone?: () => void;
}
/** The one client of a window: a process that dies is started again, and tables are opened again when asked for. */
export declare function createTableClient(options: TableClientOptions): TableClient;
