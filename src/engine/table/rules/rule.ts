import type { Finding, FindingCode, Severity } from '../finding.js';
import type { Facts } from './facts.js';

/** One row of the table of rules. */
export interface Rule {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** What is the matter, if anything is; several where each has a story of its own. */
  readonly find: (facts: Facts) => readonly Matter[];
}

/** A finding without what its rule knows already; `severity` where it is milder than the rule's. */
export type Matter = Omit<Finding, 'code' | 'severity'> & { readonly severity?: Severity };
