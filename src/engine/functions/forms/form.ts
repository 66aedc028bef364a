/** The parts that names play in a formula, each with a value; not a number where no name plays it. */
export type Roles = Readonly<
  Record<
    | (
        | 'a'
        | 'b'
        | 'c'
        | 'd'
        | 'e'
        | 'f'
        | 'g'
        | 'h'
        | 'i'
        | 'j'
        | 'k'
        | 'l'
        | 'm'
        | 'n'
        | 'o'
        | 'p'
      )
    | (
        | 'q'
        | 'r'
        | 's'
        | 'step'
        | 't'
        | 'u'
        | 'v'
        | 'w'
        | 'x'
        | 'y'
        | 'z'
        | 'TP'
        | 'TN'
        | 'FP'
        | 'FN'
      ),
    number
  >
>;

/** A definition or a result whose name says what it has to be. */
export interface KnownForm {
  /** What it is, as `compact` writes it. */
  readonly left: RegExp;
  /** What each name of the formula can be; a name that is none of them makes it another formula. */
  readonly roles: Readonly<Partial<Record<keyof Roles, RegExp>>>;
  /** The forms in use. */
  readonly forms: readonly ((roles: Roles) => number)[];
  /** What people leave out: a formula may lack this name alone. */
  readonly lost?: keyof Roles;
  /** Sums and means, signs and bases of logarithms are a matter of taste: the same up to a factor. */
  readonly scaled?: true;
}

/** Stands for every sum: what is added up is compared. */
export const SUM = 3.7;

/** Letters for how many there are. */
export const NUMBERS = /^[nNmMBTKS]$/;
/** What keeps a denominator from zero. */
export const SMALL = /^\\(varepsilon|epsilon)$/;
export const MEAN = /^\\mu(_.*)?$/;
export const DEVIATION = /^\\sigma(_.*)?$/;
