import type { Edit, Stock } from './edits/edit.js';
import { judgeEquality, type Equality } from './equality.js';
import { rightEntries, rightNumber } from './exactMend.js';
import type { Judgement, Reader } from './judge.js';
import { isSlipOfPen } from './numberText.js';
import { findLeftRepair, findRepair, findSlight, type Budget } from './repair.js';

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
  slight(): Edit | null {
    const { reader, claim, stock, budget } = this;
    return findSlight(reader, claim, stock, budget);
  }

  left(certain: boolean): Edit | null {
    return findLeftRepair(this.reader, this.claim, this.stock, this.budget, certain);
  }
}

/** Of one or two digits many computations are the value; an agreement says little. */
function isTelling({ start, end }: { readonly start: number; readonly end: number }): boolean {
  return end - start > 2;
}
