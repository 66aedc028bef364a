import { isUpper } from '../expression/letter.js';
import type { Expr } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { walk } from '../expression/walk.js';
import type { Statement } from '../latex/statement.js';

/** The letter that some write above for `\top`. */
const LETTER = 't';

/** Does the document write `X^t` for the transpose? Then a matrix has it, and t stands nowhere else. */
export function turnsByLetter(statements: readonly Statement[]): boolean {
  const above = new Set<Expr>();
  const letters: Expr[] = [];
  const bases: Expr[] = [];
  for (const { items } of statements)
    for (const item of items)
      if (item)
        walk(item, (node) => {
          if (isLetter(node)) letters.push(node);
          if (node.kind !== 'pow' || !isLetter(node.exponent) || isNumber(node.base)) return;
          above.add(node.exponent);
          bases.push(node.base);
        });
  return bases.some(isMatrix) && letters.every((letter) => above.has(letter));
}

/** The statement with such powers as transposes. */
export function withTransposes(statement: Statement): Statement {
  return { ...statement, items: statement.items.map((item) => (item ? turned(item) : null)) };
}

function turned(node: Expr): Expr {
  const inner = mapChildren(node, turned);
  return inner.kind === 'pow' && isLetter(inner.exponent)
    ? { kind: 'transpose', target: inner.base, sign: LETTER, span: inner.span }
    : inner;
}

function isLetter(node: Expr): boolean {
  return node.kind === 'sym' && node.base === LETTER && node.accents.length === 0;
}

/** `e^t`, `2^t`. */
function isNumber(node: Expr): boolean {
  return node.kind === 'num' || (node.kind === 'sym' && node.base === 'e');
}

function isMatrix(node: Expr): boolean {
  if (node.kind === 'sub' || node.kind === 'mark') return isMatrix(node.target);
  return node.kind === 'sym' ? isUpper(node.base) : node.kind === 'add' || node.kind === 'mul';
}
