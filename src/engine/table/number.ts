import type { Dialect } from './dialect.js';

/** How numbers are written. */
export type NumberForm = Pick<Dialect, 'decimal' | 'thousands'>;

export type NumberKind = 'integer' | 'bigint' | 'real';

export interface NumberCell {
  readonly kind: NumberKind;
  /** As programs write it: `.` before the decimals, nothing between thousands, `inf` and `-inf`. */
  readonly text: string;
  /** Digits with a zero before others, as in `007`: perhaps a name. */
  readonly zeros: boolean;
  /** `inf`, or beyond the range of a double. */
  readonly infinite: 'word' | 'beyond' | false;
}

/** Reads a cell as a number; undefined where it is none. Spaces around it count for nothing. */
export function readNumber(cell: string, form: NumberForm): NumberCell | undefined {
  if (usual(form) && ORDINARY.test(cell)) {
    const kind = cell.includes('.') ? 'real' : 'integer';
    return { kind, text: cell, zeros: false, infinite: false };
  }
  const text = trimmed(cell);
  if (text.length === 0 || text.length > LONGEST) return undefined;
  const plain = PLAIN.exec(usual(form) ? text : unformed(text, form));
  if (plain !== null) return numberOf(plain);
  const word = INFINITE.exec(text);
  if (word === null) return undefined;
  return { kind: 'real', text: word[1] === '-' ? '-inf' : 'inf', zeros: false, infinite: 'word' };
}

/** More characters than any number has that someone measured. */
const LONGEST = 400;

/** The most digits that a database holds exactly (DuckDB's HUGEINT has 38 in full). */
const MOST_DIGITS = 38;

/** What nearly all numbers look like, and what needs no second look: it fits into a double, and is written plainly. */
const ORDINARY = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,200})?$/;
const PLAIN = /^([+-]?)(?:(\d+)(\.\d*)?|(\.\d+))([eE][+-]?\d{1,9})?$/;
const INFINITE = /^([+-]?)inf(?:inity)?$/i;

function trimmed(cell: string): string {
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(cell.length - 1);
  return first <= 32 || last <= 32 ? cell.replace(/^[ \t]+/, '').replace(/[ \t]+$/, '') : cell;
}

function usual({ decimal, thousands }: NumberForm): boolean {
  return decimal === '.' && thousands === '';
}

/** The number as programs write it; empty where its marks do not stand where they should. */
function unformed(text: string, { decimal, thousands }: NumberForm): string {
  let at = text.indexOf(decimal);
  if (at < 0) at = text.search(/[eE]/);
  const whole = at < 0 ? text : text.slice(0, at);
  const rest = at < 0 ? '' : text.slice(at).replace(decimal, '.');
  if (thousands === '' || !whole.includes(thousands)) {
    return decimal === ',' && whole.includes('.') ? '' : whole + rest;
  }
  // Nobody sets thousands apart and writes an exponent.
  if (/[eE]/.test(rest)) return '';
  const [lead = '', ...groups] = whole.split(thousands);
  const fits = /^[+-]?\d{1,3}$/.test(lead) && groups.every((group) => /^\d{3}$/.test(group));
  return fits ? lead + groups.join('') + rest : '';
}

function numberOf(match: RegExpExecArray): NumberCell {
  const [text, sign = '', whole = '', decimals, fraction, exponent] = match;
  const integer = decimals === undefined && fraction === undefined && exponent === undefined;
  const digits = whole.startsWith('0') ? whole.replace(/^0+(?=\d)/, '') : whole;
  const zeros = integer && sign === '' && digits.length < whole.length;
  const value = Number(text);
  if (!Number.isFinite(value)) {
    return { kind: 'real', text: value < 0 ? '-inf' : 'inf', zeros, infinite: 'beyond' };
  }
  if (!integer || digits.length > MOST_DIGITS) {
    return { kind: 'real', text: sign === '+' ? text.slice(1) : text, zeros, infinite: false };
  }
  const kind = Number.isSafeInteger(value) ? 'integer' : 'bigint';
  return { kind, text: (sign === '-' ? '-' : '') + digits, zeros, infinite: false };
}
