import type { Span } from '../text/span.js';

/** How two factors stand beside each other; `''` is juxtaposition. */
export type ProductSign = '' | 'cdot' | 'times' | 'star' | 'odot' | 'otimes';

export type BigOperator =
  | 'sum'
  | 'prod'
  | 'max'
  | 'min'
  | 'argmax'
  | 'argmin'
  | 'lim'
  | 'int'
  | 'expect'
  | 'variance'
  /** Written with dots: entries of a vector; entries of a row, or columns side by side; rows one below the other. */
  | 'list'
  | 'row'
  | 'stack'
  /** Not written so: does a difference fall at least as fast as a scale, or faster, where names vanish? */
  | 'order'
  | 'smaller';

export type RelationSign =
  | '='
  | '!='
  | '<'
  | '>'
  | '<='
  | '>='
  | '~='
  | ':='
  | '=:'
  | 'in'
  | 'propto'
  | 'arrow'
  | 'mapsto'
  | 'assign'
  | '<<'
  | '>>'
  | 'succ'
  | 'succeq'
  | 'prec'
  | 'preceq'
  | 'sim'
  | 'subset'
  | 'notin';

export interface Num {
  readonly kind: 'num';
  /** Digits as written, with a point: `0.50` keeps its two decimals. */
  readonly text: string;
  readonly span: Span;
}

/** A letter or word before its scripts are understood. */
export interface Sym {
  readonly kind: 'sym';
  /** `W`, `\delta`, `softmax`. */
  readonly base: string;
  /** Accents from the outside in: `hat`, `bar`. */
  readonly accents: readonly string[];
  /** `normal` is plain too, where a letter in it is another name than in bold. */
  readonly font: 'plain' | 'bold' | 'cal' | 'bb' | 'upright' | 'normal';
  /** Of a counter that dots stand for: what the source has in its place. */
  readonly written?: string;
  readonly span: Span;
}

/** Subscripts, in the order written: `W_{2,ij}` has three. */
export interface Sub {
  readonly kind: 'sub';
  readonly target: Expr;
  readonly indices: readonly Expr[];
  /** Written as a function of them: `\pi(a)`. */
  readonly called?: boolean;
  readonly span: Span;
}

/** A superscript that is not a power: `w^*`, `z^{(l)}`, `W^{[2]}`, `\delta^h`. */
export interface Mark {
  readonly kind: 'mark';
  readonly target: Expr;
  /** `*`, `dagger`, `+`, or `layer` with an index. */
  readonly mark: string;
  readonly index?: Expr;
  readonly span: Span;
}

export interface Pow {
  readonly kind: 'pow';
  readonly base: Expr;
  readonly exponent: Expr;
  readonly span: Span;
}

export interface Transpose {
  readonly kind: 'transpose';
  readonly target: Expr;
  /** Written `^T` (could be a power), `^\top`, `^t` or with a prime. */
  readonly sign: 'T' | 'top' | 't' | 'prime';
  readonly span: Span;
}

/** `f'`, `f''`. */
export interface Prime {
  readonly kind: 'prime';
  readonly target: Expr;
  readonly order: number;
  readonly span: Span;
}

export interface Neg {
  readonly kind: 'neg';
  readonly target: Expr;
  readonly span: Span;
}

export interface Add {
  readonly kind: 'add';
  readonly op: '+' | '-';
  readonly left: Expr;
  readonly right: Expr;
  readonly span: Span;
}

/** `signs[i]` stands between `factors[i]` and `factors[i + 1]`. */
export interface Mul {
  readonly kind: 'mul';
  readonly factors: readonly Expr[];
  readonly signs: readonly ProductSign[];
  readonly span: Span;
}

export interface Div {
  readonly kind: 'div';
  readonly top: Expr;
  readonly bottom: Expr;
  readonly span: Span;
}

/** A function applied. `certain` is false for `a(b)`, which may be a product. */
export interface Call {
  readonly kind: 'call';
  readonly fn: Expr;
  readonly args: readonly Expr[];
  readonly certain: boolean;
  /** What an expectation is taken over: the `x \sim p` of `\mathbb{E}_{x \sim p}[f(x)]`. */
  readonly over?: readonly Expr[];
  /** How many arguments stand before a bar or a semicolon: two in `p(x, y | z)`. */
  readonly parted?: number;
  readonly span: Span;
}

/** An index's range: `i = 1..n`, or a condition (`i \ne j`), or the index alone. */
export interface Bound {
  readonly index: Expr;
  readonly from?: Expr;
  readonly to?: Expr;
  readonly set?: Expr;
  readonly condition?: Expr;
  /** What the text has for the condition: the name of the set that it gives. */
  readonly named?: Expr;
}

export interface Big {
  readonly kind: 'big';
  readonly op: BigOperator;
  readonly bounds: readonly Bound[];
  /** The bounds were written the wrong way round: `\sum_n^{i=1}`. */
  readonly swapped: boolean;
  readonly body: Expr;
  /** Of the operator with its bounds. */
  readonly head: Span;
  readonly span: Span;
}

/** `\frac{\partial^2 f}{\partial x \partial y}`; `top` is null when the operator stands alone. */
export interface Deriv {
  readonly kind: 'deriv';
  readonly style: 'partial' | 'total';
  readonly top: Expr | null;
  readonly wrt: readonly { readonly name: Expr; readonly order: number }[];
  /** One of the two signs is missing: `\frac{L}{\partial a}`. */
  readonly broken?: boolean;
  readonly span: Span;
}

export interface Nabla {
  readonly kind: 'nabla';
  readonly wrt: Expr | null;
  /** The text leaves open by what it is taken. */
  readonly supposed?: boolean;
  readonly order: number;
  readonly target: Expr;
  readonly span: Span;
}

export interface Matrix {
  readonly kind: 'matrix';
  readonly rows: readonly (readonly Expr[])[];
  readonly fence: 'plain' | 'vertical';
  readonly span: Span;
}

export interface Tuple {
  readonly kind: 'tuple';
  readonly items: readonly Expr[];
  readonly fence: '(' | '[' | '{' | '<';
  readonly span: Span;
}

export interface Cases {
  readonly kind: 'cases';
  readonly rows: readonly { readonly value: Expr; readonly condition: Expr | null }[];
  readonly span: Span;
}

export interface Fence {
  readonly kind: 'abs' | 'norm';
  readonly target: Expr;
  /** Only for norms: `1`, `2`, `F`, `\infty`. */
  readonly p: string;
  readonly span: Span;
}

/** `dX`, `\mathrm{d}(AB)`, `\partial X`: how something changes while names in it change a little. */
export interface Differential {
  readonly kind: 'differential';
  readonly target: Expr;
  readonly sign: 'd' | '\\partial';
  /** Nothing else can be meant by it here. */
  readonly sure: boolean;
  /** The names that change; absent until a whole claim is in view. */
  readonly along?: readonly Expr[];
  readonly span: Span;
}

/** Evaluated at a point: `f |_{x=0}`; or between two: `[F]_a^b`, where `condition` is the lower one. */
export interface At {
  readonly kind: 'at';
  readonly target: Expr;
  readonly condition: Expr;
  readonly to?: Expr;
  readonly span: Span;
}

export interface Rel {
  readonly kind: 'rel';
  readonly items: readonly Expr[];
  readonly signs: readonly RelationSign[];
  readonly span: Span;
}

export interface Text {
  readonly kind: 'text';
  readonly text: string;
  readonly span: Span;
}

export interface Dots {
  readonly kind: 'dots';
  readonly span: Span;
}

/** Something that could not be read; whatever holds it is not checked. */
export interface Hole {
  readonly kind: 'hole';
  readonly text: string;
  readonly span: Span;
}

export type Expr =
  | Num
  | Sym
  | Sub
  | Mark
  | Pow
  | Transpose
  | Prime
  | Neg
  | Add
  | Mul
  | Div
  | Call
  | Big
  | Deriv
  | Nabla
  | Matrix
  | Tuple
  | Cases
  | Fence
  | Differential
  | At
  | Rel
  | Text
  | Dots
  | Hole;

/** Does the operator count with its letters, as sums do? In integrals and limits they are names like others. */
export function isCounting({ op }: Big): boolean {
  return op !== 'int' && op !== 'lim' && op !== 'order' && op !== 'smaller';
}
