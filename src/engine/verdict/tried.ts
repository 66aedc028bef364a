import type { Expr } from '../expression/node.js';
import { printLatex } from '../latex/print.js';
import type { Equality } from './equality.js';
import type { Reader } from './judge.js';

/** What came of edits that were tried: a step is looked at several times, and many edits come to the same. */
export class Tried {
  private readonly known: Map<string, boolean>;
  private readonly conditions: string;

  constructor(
    private readonly reader: Reader,
    private readonly claim: Equality,
    private readonly bold: boolean,
  ) {
    const { left, conditions } = claim;
    const all = KNOWN.get(reader) ?? new WeakMap<Expr, Map<string, boolean>>();
    KNOWN.set(reader, all);
    this.known = all.get(left) ?? new Map<string, boolean>();
    all.set(left, this.known);
    this.conditions = conditions.map((one) => printLatex(one)).join();
  }

  /** Under what it is remembered whether the claim holds with this on its right side. */
  keyOf(result: Expr, text: string): string {
    const { naming } = this.reader.names;
    const { left, right, conditions, approximate } = this.claim;
    // Bold edits are judged otherwise than others where numbers or several conditions take part.
    const same =
      conditions.length < 2 && ![left, right, result].some((side) => naming.isNumber(side));
    return [String(approximate), same ? '' : String(this.bold), this.conditions, text].join('|');
  }

  get(key: string): boolean | undefined {
    return this.known.get(key);
  }

  set(key: string, holds: boolean): void {
    this.known.set(key, holds);
  }
}

const KNOWN = new WeakMap<Reader, WeakMap<Expr, Map<string, boolean>>>();
