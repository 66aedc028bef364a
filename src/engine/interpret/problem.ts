import type { ReasonCode } from '../verdict/report.js';
import type { Span } from '../text/span.js';

/**
 * Why an expression has no value under a reading: shapes that do not fit, a name nobody defined, an index out
 * of range. Thrown inside the interpreter and caught where a relation is judged. No `Error`: readings are tried
 * by the thousand, and writing a stack trace for each that does not fit took four fifths of the time.
 */
export class Unreadable {
  constructor(
    readonly reason:
      | 'shape'
      | 'index'
      | 'bounds'
      | 'syntax'
      | 'unknown-function'
      | 'unlinked'
      | 'unsupported'
      | 'size',
    readonly span: Span,
    readonly args: Readonly<Record<string, string>> = {},
  ) {}

  /** The report's code for a step that this stops. */
  get code(): ReasonCode {
    switch (this.reason) {
      case 'shape':
        return 'unchecked.shape';
      case 'unknown-function':
        return 'unchecked.unknown-function';
      case 'unlinked':
        return 'unchecked.unlinked';
      case 'size':
        return 'unchecked.size';
      case 'index':
      case 'bounds':
        return 'unchecked.context';
      case 'syntax':
      case 'unsupported':
        return 'unchecked.syntax';
    }
  }
}
