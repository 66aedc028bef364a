import type { Edit, Stock } from './edits/edit.js';
import { judgeEquality, type Equality } from './equality.js';
import { rightEntries, rightNumber } from './exactMend.js';
import type { Judgement, Reader } from './judge.js';
import { isSlipOfPen } from './numberText.js';
import type { FixCode } from './report.js';
import { findLeftRepair, findRepair, findSlight, findWidely, type Budget } from './repair.js';

/** Looks for the smallest change that makes a claim hold, on the side where the mistake is likelier. */
export class Mender {
  constructor(
    private readonly reader: Reader,
    private readonly claim: Equality,
    private readonly judged: Judgement,
    private readonly stock: Stock,
    private readonly budget: Budget,
  ) {}

  /** Does the chain go on from the right side as it stands? Then the mistake is before it. */
  rightIsConfirmed(): boolean {
    const { next, right } = this.claim;
    if (!next) return false;
    const onward = { ...this.claim, left: right, right: next, continued: true, next: null };
    const judged = judgeEquality(this.reader, onward);
    return judged.verdict === 'holds' && judged.assumptions.length === 0;
  }

  /** An edit of the right side; where the claim `begins` here, numbers may as well be wrong on its left. */
  right(begins: boolean): Edit | null {
    const number = rightNumber(this.reader, this.claim, this.judged);
    const wrong = this.claim.right;
    if (number && wrong.kind === 'num' && number.change.kind === 'num')
      if (isSlipOfPen(wrong.text, number.change.text)) return number;
    if (number) return (begins && isTelling(wrong.span) ? this.left(true) : null) ?? number;
    return (
      rightEntries(this.reader, this.claim) ??
      findRepair(this.reader, this.claim, this.stock, this.budget)
    );
  }

  /** An edit so small on either side that it tells a slip from something that is meant. */
  slight(withNumbers = true): Edit | null {
    const { reader, claim, stock, budget } = this;
    return findSlight(reader, claim, stock, budget, withNumbers);
  }

  left(certain: boolean): Edit | null {
    return findLeftRepair(this.reader, this.claim, this.stock, this.budget, certain);
  }

  /**
   * An edit of a left side that was only taken as given so far, of which the right side goes on. `own` would mend the
   * right side, and is likelier unless the chain goes on from that.
   */
  earlier(own: Edit | null): Edit | null {
    const { reader, claim, stock, budget } = this;
    const { right } = claim;
    const confirmed = this.rightIsConfirmed();
    const whole = own?.node === right && own.code === 'fix.number' && own.change.kind === 'num';
    const slip = whole && right.kind === 'num' && isSlipOfPen(right.text, own.change.text);
    if (own && !confirmed && (!whole || slip)) return null;
    // Of two computations with numbers the last is not known to be the right one.
    if (!confirmed && reader.isNumber(claim.left)) return null;
    // A rounded number is met by chance more easily than anything else.
    const rounded = right.kind === 'num' && right.text.includes('.');
    if (rounded ? right.text.length < SURE_DIGITS : !isTelling(right.span)) return null;
    const edit = findLeftRepair(reader, claim, stock, budget, true, rounded ? ROUNDED : EARLIER);
    const dearer = edit !== null && own !== null && edit.cost > own.cost;
    return dearer && own.code !== 'fix.number' ? null : edit;
  }

  /** An edit of the right side, or the left, with which it holds under some other reading than the usual one. */
  widely(
    holds: (mended: Equality) => boolean,
    codes?: ReadonlySet<FixCode>,
    side?: 'left' | 'right',
  ): Edit | null {
    return findWidely(this.reader, this.claim, this.stock, this.budget, holds, codes, side);
  }
}

/** The dearest edits of what was given: by which an exact value is met, and a rounded one. */
const EARLIER = 3.6;
const ROUNDED = 2.7;

/** A point and three digits more. */
const SURE_DIGITS = 4;

/** Of one or two digits many computations are the value; an agreement says little. */
function isTelling({ start, end }: { readonly start: number; readonly end: number }): boolean {
  return end - start > 2;
}
