import type { Edit } from './edits/edit.js';
import type { Judgement } from './judge.js';

/** A judgement and the edit that would mend it. */
export interface Found {
  readonly judgement: Judgement;
  readonly edit: Edit | null;
}

export function found(judgement: Judgement): Found {
  return { judgement, edit: null };
}
