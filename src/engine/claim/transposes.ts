import { isUpper } from '../expression/letter.js';
import type { Expr, Sym } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { some, walk } from '../expression/walk.js';
import type { Statement } from '../latex/statement.js';

/** The letter that some write above for `\top`. */
const LETTER = 't';

type Font = Sym['font'];

/** In which fonts the document writes a t for the transpose, as in `X^{\mathrm{t}}`; an italic t may be a name then. */
export function turningFonts(statements: readonly Statement[]): readonly Font[] {
  return (['plain', 'upright'] as const).filter((font) => turnsByLetter(statements, font));
}

/** Does it write `X^t` in this font? Then a matrix has it, and t stands nowhere else. */
function turnsByLetter(statements: readonly Statement[], font: Font): boolean {
  const above = new Set<Expr>();
  const letters: Expr[] = [];
  const bases: Expr[] = [];
  for (const { items } of statements)
    for (const item of items)
      if (item)
        walk(item, (node) => {
          if (isLetter(node, font)) letters.push(node);
          if (node.kind !== 'pow' || !isLetter(node.exponent, font) || isNumber(node.base)) return;
          above.add(node.exponent);
          bases.push(node.base);
        });
  return bases.some(isMatrix) && letters.every((letter) => above.has(letter));
}

/** Does the document write `w'w` or `w'Aw` for a product of columns, and no other sign for the transpose? */
export function turnsByPrime(statements: readonly Statement[]): boolean {
  let products = false;
  let signs = false;
  for (const { items } of statements)
    for (const item of items) {
      products ||= item !== null && some(item, isOwnProduct);
      signs ||=
        item !== null && some(item, (node) => node.kind === 'transpose' && node.sign !== 'prime');
    }
  return products && !signs;
}

/** The statement with the primes of names as transposes. */
export function withTurnedNames(statement: Statement): Statement {
  return rewritten(statement, turnedName);
}

function turnedName(node: Expr): Expr {
  // `D'(\alpha)` is a slope.
  if (node.kind === 'call') return { ...node, args: node.args.map(turnedName) };
  const inner = mapChildren(node, turnedName);
  const name = inner.kind === 'prime' && inner.order === 1 ? inner.target : null;
  const unmarked = name?.kind === 'mark' ? name.target : name;
  const head = unmarked?.kind === 'sub' ? unmarked.target : unmarked;
  return name && head?.kind === 'sym' && COLUMNS.test(head.base)
    ? { kind: 'transpose', target: name, sign: 'prime', span: inner.span }
    : inner;
}

/** Letters of columns and matrices; a prime makes slopes of others. */
const COLUMNS = /^(?:[a-eik-zA-EG-Z]|\\(?:alpha|beta|theta|mu))$/;

/** `w'w`, `w'Aw`: a prime that makes another name, or a slope, does not stand before the same letter without one. */
function isOwnProduct(node: Expr): boolean {
  if (node.kind !== 'mul') return false;
  return node.factors.some((factor, at) => {
    const between = node.factors[at + 1];
    const next = between && isMatrix(between) ? node.factors[at + 2] : between;
    const target = factor.kind === 'prime' && factor.order === 1 ? factor.target : null;
    if (target?.kind !== 'sym' || next?.kind !== 'sym' || target.base !== next.base) return false;
    return /^[a-eik-xz]$/.test(target.base);
  });
}

/** `(2, 2)'`: a list of entries has no other meaning with a prime. */
export function withTurnedLists(statement: Statement): Statement {
  return rewritten(statement, turnedList);
}

function turnedList(node: Expr): Expr {
  const inner = mapChildren(node, turnedList);
  const list = inner.kind === 'prime' && inner.order === 1 ? inner.target : null;
  return list?.kind === 'tuple' || list?.kind === 'matrix'
    ? { kind: 'transpose', target: list, sign: 'prime', span: inner.span }
    : inner;
}

/** The statement with such powers as transposes. */
export function withTransposes(statement: Statement, fonts: readonly Font[]): Statement {
  return rewritten(statement, (item) => turned(item, fonts));
}

function rewritten(statement: Statement, by: (item: Expr) => Expr): Statement {
  return { ...statement, items: statement.items.map((item) => (item ? by(item) : null)) };
}

function turned(node: Expr, fonts: readonly Font[]): Expr {
  const inner = mapChildren(node, (child) => turned(child, fonts));
  return inner.kind === 'pow' && fonts.some((font) => isLetter(inner.exponent, font))
    ? { kind: 'transpose', target: inner.base, sign: LETTER, span: inner.span }
    : inner;
}

function isLetter(node: Expr, font: Font): boolean {
  if (node.kind !== 'sym' || node.base !== LETTER || node.accents.length > 0) return false;
  return (node.font === 'upright') === (font === 'upright');
}

/** `e^t`, `2^t`. */
function isNumber(node: Expr): boolean {
  return node.kind === 'num' || (node.kind === 'sym' && node.base === 'e');
}

function isMatrix(node: Expr): boolean {
  if (node.kind === 'sub' || node.kind === 'mark') return isMatrix(node.target);
  return node.kind === 'sym' ? isUpper(node.base) : node.kind === 'add' || node.kind === 'mul';
}
