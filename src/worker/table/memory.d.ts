import type { TableProblem, TableProtocol } from '../../shared/tableProtocol.js';
type Method = keyof TableProtocol;
/** Asks the process and waits; rejects where the process ends. */
export type Request = <M extends Method>(method: M, params: TableProtocol[M]['params']) => Promise<TableProtocol[M]['result']>;
/** What is open and where it came from, so that a new process can be given the tables of an old one. */
export declare class Memory {
    #private;
    /** The process is gone, and its tables with it. */
    lose(): void;
    /** Opens again what a request needs and the process does not have; a problem where that is not possible. */
    restore<M extends Method>(method: M, params: TableProtocol[M]['params'], request: Request): Promise<TableProblem | null>;
    /** The same request with a number for the table that it makes: numbers are ours, and outlive a process. */
    number<M extends Method>(method: M, params: TableProtocol[M]['params']): TableProtocol[M]['params'];
    learn<M extends Method>(method: M, params: TableProtocol[M]['params'], reply: TableProtocol[M]['result']): void;
}
export {};
