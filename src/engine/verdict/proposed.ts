import { propose } from '../claim/book.js';
import type { Proposal } from '../claim/define.js';
import { isFunctionKey } from '../claim/meaning.js';
import type { Placed } from '../claim/zone.js';
import type { Setting } from './setting.js';

/** The definition that a statement would make among the names and functions of its zone. */
export function proposedBy({ names, functions }: Setting, placed: Placed): Proposal | null {
  const isFunction = (key: string): boolean => isFunctionKey(key, names.evidence, functions);
  return propose(placed, names.naming, isFunction);
}
