import type { Finding, Severity } from '../finding.js';
import { columnRules } from './columnRules.js';
import type { Facts } from './facts.js';
import { pairRules } from './pairRules.js';
import { rowRules } from './rowRules.js';
import type { Rule } from './rule.js';
import { targetRules } from './targetRules.js';

/** Every rule; findings of one severity come in this order. */
export const RULES: readonly Rule[] = [...pairRules, ...rowRules, ...targetRules, ...columnRules];

/** What the rules find, the worst first. */
export function findFindings(facts: Facts): readonly Finding[] {
  const found = RULES.flatMap(({ code, severity, find }) =>
    find(facts).map((matter) => ({ severity, ...matter, code })),
  );
  return found.toSorted((a, b) => RANKS[a.severity] - RANKS[b.severity]);
}

const RANKS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
