import { isLogarithm } from '../expression/forms.js';
import type { Expr } from '../expression/node.js';
import { isSomeConstant } from '../latex/parse/words.js';
import { printLatex } from '../latex/print.js';

/** A side without the terms that are some constant, as `\text{const}`; null where it has none. */
export function withoutConstant(node: Expr): Expr | null {
  const { rest, found } = strip(node);
  if (!found) return null;
  return rest ?? { kind: 'num', text: '0', span: node.span };
}

function strip(node: Expr): { rest: Expr | null; found: boolean } {
  if (isConstant(node)) return { rest: null, found: true };
  if (node.kind === 'neg' && isConstant(node.target)) return { rest: null, found: true };
  if (node.kind !== 'add') return { rest: node, found: false };
  const [left, right] = [strip(node.left), strip(node.right)];
  const found = left.found || right.found;
  if (!found) return { rest: node, found };
  if (!left.rest) {
    const { rest } = right;
    const negative = rest !== null && node.op === '-';
    return { rest: negative ? { kind: 'neg', target: rest, span: node.span } : rest, found };
  }
  return { rest: right.rest ? { ...node, left: left.rest, right: right.rest } : left.rest, found };
}

function isConstant(node: Expr): boolean {
  // `\text{const}'`, `\text{const}_2`: another one.
  if (node.kind === 'prime' || node.kind === 'sub') return isConstant(node.target);
  if (node.kind === 'text') return isSomeConstant(node.text);
  return node.kind === 'sym' && isSomeConstant(node.base);
}

/** What the text says that something is but for a constant, which its slopes do not have. */
export class KnownSlopes {
  private readonly bodies = new Map<string, Expr>();

  /** `\log p(\theta \mid x) = ... + \text{const}` */
  note(left: Expr, right: Expr): void {
    const body = withoutConstant(right);
    const text = printLatex(left);
    if (body && !this.bodies.has(text)) this.bodies.set(text, body);
  }

  /** `\frac{d}{d\theta} \log p(\theta \mid x)` as the derivative of what that is, where the text said so. */
  writtenOut(left: Expr): Expr | null {
    if (left.kind === 'nabla') {
      const target = this.bodies.get(printLatex(left.target));
      return target ? { ...left, target } : null;
    }
    const top = left.kind === 'deriv' && left.top ? this.bodies.get(printLatex(left.top)) : null;
    return top && left.kind === 'deriv' ? { ...left, top } : null;
  }
}

/** What both sides are functions of: the argument of the function that the chain began with, theta of `\log p(\theta \mid x)`. */
export function argumentOfSubject(subject: Expr | null): Expr | null {
  const inner: Expr | undefined = subject && isLogarithm(subject) ? subject.args[0] : undefined;
  const whole = inner ?? subject;
  const call = whole?.kind === 'call' ? whole : null;
  const [arg] = call && (call.args.length === 1 || call.parted === 1) ? call.args : [];
  return arg && ['sym', 'sub', 'mark'].includes(arg.kind) ? arg : null;
}

/** A side's derivative by that argument, in which no constant is left. */
export function slope(side: Expr, by: Expr): Expr {
  return {
    kind: 'deriv',
    style: 'partial',
    top: side,
    wrt: [{ name: by, order: 1 }],
    span: side.span,
  };
}
