import type { ColumnProfile } from '../../../shared/dataProtocol.js';
import type { TableProblem } from '../../../shared/tableProtocol.js';
import type { Ask } from '../page.js';

/** Columns asked for at once: an answer comes in about the time of a blink. */
const BATCH = 40;

export interface Profiles {
  readonly get: (column: string) => ColumnProfile | undefined;
  /** Has the columns profiled, these before those that were wanted earlier. */
  readonly want: (columns: readonly string[]) => void;
  readonly clear: () => void;
}

export interface ProfileListener {
  readonly onProfiles: (columns: readonly string[]) => void;
  readonly onProblem: (problem: TableProblem) => void;
}

/** Profiles of columns as they are needed, a batch at a time, each asked for once. */
export function createProfiles(ask: Ask, { onProfiles, onProblem }: ProfileListener): Profiles {
  const known = new Map<string, ColumnProfile>();
  let wanted: readonly string[] = [];
  let epoch = 0;
  let busy = false;

  const next = async (): Promise<void> => {
    const batch = wanted.filter((name) => !known.has(name)).slice(0, BATCH);
    if (busy || batch.length === 0) return;
    busy = true;
    const asked = epoch;
    const reply = await ask('profile', { columns: batch });
    busy = false;
    if (asked !== epoch) {
      void next();
      return;
    }
    wanted = wanted.filter((name) => !batch.includes(name));
    if (reply?.ok !== true) {
      wanted = [];
      if (reply !== undefined) onProblem(reply.problem);
      return;
    }
    for (const profile of reply.profiles) known.set(profile.column, profile);
    onProfiles(batch);
    void next();
  };
  return {
    get: (column) => known.get(column),
    want: (columns) => {
      wanted = [...new Set([...columns, ...wanted])].filter((name) => !known.has(name));
      // What scrolls by in the same moment is asked for together.
      queueMicrotask(() => void next());
    },
    clear: () => {
      epoch++;
      known.clear();
      wanted = [];
    },
  };
}
