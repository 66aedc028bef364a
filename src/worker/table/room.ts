import type { TableId } from '../../shared/tableProtocol.js';
import type { Loading } from './loading.js';
import type { Session } from './session.js';
import type { Tables } from './tables.js';
import type { Views } from './views.js';

/** What every request finds in the process. */
export interface Room {
  readonly tables: Tables;
  readonly views: Views;
  /** A folder of the process's own; gone when it ends. */
  readonly folder: string;
  /** Loads under way, so that two requests do not read one file twice. */
  readonly loading: Map<TableId, Loading>;
  /** How often the reading of a table was stopped: what was asked before the last time is not to begin it anew. */
  readonly stops: Map<TableId, number>;
}

/** One request at work. */
export interface Task {
  /** Interrupted when the request is cancelled. */
  readonly session: Session;
  readonly cancelled: () => boolean;
  readonly onCancel: (run: () => void) => void;
}
