import type { Fact } from '../document/outline.js';
import { isUpper } from '../expression/letter.js';
import type { Expr } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import type { Statement } from '../latex/statement.js';

/** Does the text say so, of softmax or of samples? */
export function isByColumns(facts: readonly Fact[]): boolean {
  return facts.some(({ kind }) => kind === 'by-columns');
}

/** `\operatorname{softmax}(Z^\top)^\top` for the softmax of a matrix, where it is said to act on columns. */
export function byColumns(statement: Statement): Statement {
  const map = (node: Expr): Expr => {
    const inner = mapChildren(node, map);
    if (inner.kind !== 'call' || inner.fn.kind !== 'sym' || inner.fn.base !== 'softmax')
      return inner;
    const [arg, ...more] = inner.args;
    if (!arg || more.length > 0 || !isMatrixName(arg)) return inner;
    return turned({ ...inner, args: [turned(arg)] });
  };
  return { ...statement, items: statement.items.map((item) => item && map(item)) };
}

/** `Z`, `Z^{[2]}`, `Z_2`: an array with a row for each class and a column for each sample. */
function isMatrixName(node: Expr): boolean {
  if (node.kind === 'pow') return isMatrixName(node.base);
  if (node.kind === 'mark' || node.kind === 'sub') return isMatrixName(node.target);
  return node.kind === 'sym' && isUpper(node.base);
}

function turned(target: Expr): Expr {
  return { kind: 'transpose', target, sign: 'top', span: target.span };
}
