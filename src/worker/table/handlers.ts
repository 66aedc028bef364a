import { close } from './close.js';
import { code } from './code.js';
import { correlation } from './correlation.js';
import { findings } from './findings.js';
import { group } from './group.js';
import { join } from './join.js';
import { load } from './load.js';
import { numbers } from './numbers.js';
import { open } from './open.js';
import { count, page } from './page.js';
import { predictions } from './predictions.js';
import { profile } from './profile.js';
import { query } from './query.js';
import type { TableHandlers } from './serve.js';
import { split } from './split.js';
import { target } from './target.js';
import { markSplit, splits } from './training.js';

/** One row for each request. */
export const HANDLERS: TableHandlers = {
  open,
  load: async (room, { table: id }, task, progress) => {
    const { loaded: done, columns, notes } = await load(room, id, task, progress);
    return { rows: done?.rows ?? 0, columns, notes };
  },
  page,
  count,
  profile,
  query,
  target,
  correlation,
  numbers,
  findings,
  join,
  group,
  split,
  splits,
  markSplit,
  predictions,
  code,
  close,
};
