import type { Place } from '../text/span.js';

/** What opened a scope. Exercises are separate worlds; sections and items build on their elder siblings. */
export type ScopeKind = 'document' | 'section' | 'exercise' | 'item';

/** A stretch of the document that shares definitions: the whole of it, a section, an exercise, an item. */
export interface Scope {
  readonly id: number;
  readonly kind: ScopeKind;
  /** `null` for the document itself, whose id is 0. */
  readonly parent: number | null;
  readonly title: string;
  readonly level: number;
}

/** Mathematics with its delimiters found; `latex` is exactly the text at `place`. */
export interface FormulaBlock {
  readonly kind: 'formula';
  /** The mathematics without its delimiters; `\begin{aligned}`-like inner environments are kept in it. */
  readonly place: Place;
  /** With its delimiters (`$$`, `\[`, `\begin{align}` ...). */
  readonly outer: Place;
  readonly latex: string;
  readonly display: boolean;
  /** The outermost environment when that is what delimits it (`align`, `equation*`), else absent. */
  readonly environment?: string;
  readonly scope: number;
  /** Longer than `MAX_FORMULA`: not worth reading, and said so. */
  readonly oversize?: true;
  /** Signs in the words before it, in the same sentence, nearest last. */
  readonly cues: readonly Cue[];
}

/** Words between formulas; inline formulas cut it. */
export interface ProseBlock {
  readonly kind: 'prose';
  readonly place: Place;
  readonly text: string;
  readonly scope: number;
  /** True where a paragraph (or list item, or table cell) ends with this block. */
  readonly endsParagraph: boolean;
}

export type Block = FormulaBlock | ProseBlock;

/** `\newcommand`, `\renewcommand`, `\providecommand`, `\def`, `\DeclareMathOperator`. */
export interface Macro {
  /** With its backslash. */
  readonly name: string;
  readonly parameters: number;
  /** Default of the first parameter, where it is optional. */
  readonly optional?: string;
  readonly body: string;
  /** `\DeclareMathOperator`: the body is a function's name. */
  readonly operator: boolean;
}

/** What the words around a formula say it is. */
export type CueKind =
  | 'definition'
  /** What comes is what a name in the formula before it stands for: `donde`, `where`. */
  | 'introduction'
  | 'hypothesis'
  /** What comes is itself supposed, or the equation that is solved: `supongamos $AB = BA$`, `solves $...$`. */
  | 'supposition'
  /** The sentence began with a condition: what is said holds in that case. */
  | 'conditional'
  | 'implying'
  | 'result'
  | 'recall'
  | 'argmin'
  | 'argmax'
  | 'solve'
  | 'equate'
  | 'derivative'
  | 'approximation'
  | 'counterexample'
  /** It would be so with something else than what the document has: `con tanh se tendría`. */
  | 'variant'
  /** Another rule, model or function is put in the place of the one before: `una alternativa es`. */
  | 'alternative'
  /** Names are what another part of the text has them for: `los puntos de la sección 3`. */
  | 'elsewhere'
  /** What comes is to be made as small, or as large, as it can be. */
  | 'minimise'
  | 'maximise'
  /** What is sought has to fulfil something else: `sujeto a`, `subject to`. */
  | 'constraint'
  | 'lagrangian'
  /** What comes is where something is best: `la solución`, `the estimator`. */
  | 'optimum'
  /** Said of all values: `para todo`, `always`. */
  | 'universal'
  /** The words ask for it, or make it depend on something: it is not said to be so. */
  | 'demand'
  /** What comes is why the formula before it is so: `porque`, `where we used`. */
  | 'reason';

export interface Cue {
  readonly kind: CueKind;
  readonly place: Place;
}

/** What the prose says of a name. `detail` holds what the kind needs: a size's LaTeX, a range, a condition. */
export type FactKind =
  | 'scalar'
  | 'vector'
  | 'row-vector'
  | 'matrix'
  | 'square'
  | 'symmetric'
  | 'positive-definite'
  | 'positive-semidefinite'
  | 'diagonal'
  | 'orthogonal'
  | 'orthonormal-columns'
  | 'invertible'
  | 'one-hot'
  | 'probability-vector'
  | 'probability'
  | 'binary'
  | 'positive'
  | 'nonnegative'
  | 'nonzero'
  | 'integer'
  | 'constant'
  | 'elementwise'
  | 'whitened'
  | 'einstein'
  | 'differential'
  | 'unit-norm'
  | 'dimension'
  | 'count'
  | 'slope'
  | 'applied'
  | 'called'
  | 'rows'
  | 'columns'
  | 'condition'
  | 'sigmoid'
  | 'softmax'
  /** Softmax acts on the columns of a matrix. */
  | 'by-columns'
  | 'relu'
  | 'tanh'
  | 'first-columns'
  | 'log-base'
  /** What is computed from here on has other parameters than before: `con los pesos nuevos`. */
  | 'renewed'
  | 'normal-cdf'
  | 'standard-deviation';

export interface Fact {
  readonly kind: FactKind;
  /** The name it is said of, as written; empty for a `condition`, whose formula is `detail`. */
  readonly latex: string;
  readonly detail?: string;
  readonly place: Place;
  readonly scope: number;
  /**
   * Of a condition: where in its part it ceases to hold. `para $k \ne j$` lasts for its paragraph and the
   * displays that go on with it; `Caso 1: $w > 0$` until the next case or scope. Whether a later condition
   * contradicts it before that is for who reads it to say.
   */
  readonly until?: number;
}

/** A document cut up: everything later stages need, in the order of the text. */
export interface Outline {
  readonly scopes: readonly Scope[];
  readonly blocks: readonly Block[];
  readonly macros: readonly Macro[];
  readonly facts: readonly Fact[];
}
