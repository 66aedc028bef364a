import type { AssumptionCode, Coded, Counterexample, Evidence } from './report.js';
import type { Unreadable } from '../interpret/problem.js';

/** What comparing two sides under one reading gave. */
export type Outcome =
  | {
      readonly kind: 'equal';
      readonly evidence: Evidence;
      readonly assumptions: readonly Coded<AssumptionCode>[];
      /** Both sides are the same constant everywhere. */ readonly trivial: boolean;
    }
  | {
      readonly kind: 'different';
      readonly counterexample: Counterexample;
      readonly evidence: Evidence;
      readonly assumptions: readonly Coded<AssumptionCode>[];
      /** Base symbols that one side has and the other has not. */
      readonly onlyLeft: readonly string[];
      readonly onlyRight: readonly string[];
      /** Made of names that vary, and yet each side is one number everywhere: nothing can make them agree. */
      readonly settled: boolean;
      /** Not even a derivative leaves names in it. */
      readonly constant: boolean;
      /** The left side is zero everywhere. */
      readonly vanishing: boolean;
    }
  /** One side has an index or an axis that the other lacks, and they agree entry by entry. */
  | { readonly kind: 'entry'; readonly side: 'left' | 'right'; readonly evidence: Evidence }
  | {
      readonly kind: 'shape';
      readonly left: string;
      readonly right: string;
      readonly onlyLeft: readonly string[];
      readonly onlyRight: readonly string[];
    }
  | { readonly kind: 'problem'; readonly problem: Unreadable }
  | { readonly kind: 'domain' };
