import type { Expr } from '../expression/node.js';
import type { Span } from '../text/span.js';

/** A number as it would be written with so many decimals; null where it has more. */
export function numberText(value: number, decimals: number): string | null {
  if (!Number.isFinite(value)) return null;
  const places = Math.max(0, decimals);
  const text = value.toFixed(places);
  const near = Math.abs(Number(text) - value) <= 1e-6 * Math.max(1, Math.abs(value));
  return near || places > 0 ? text : null;
}

/** The number that should stand where one with so many decimals does. */
export function roundedText(value: number, decimals: number): string {
  const exact = [0, 1, 2, 3, 4].find(
    (places) =>
      Math.abs(Number(value.toFixed(places)) - value) <= 1e-9 * Math.max(1, Math.abs(value)),
  );
  const places = decimals > 0 ? decimals : (exact ?? 4);
  return value.toFixed(Math.max(0, places));
}

export function signed(value: number, text: string, span: Span): Expr {
  const digits: Expr = { kind: 'num', text: text.replace(/^-/, ''), span };
  return value < 0 ? { kind: 'neg', target: digits, span } : digits;
}

/** Is one number easily written for the other: another digit, two digits exchanged, the sign, the place of the point? */
export function isSlipOfPen(written: string, meant: string): boolean {
  const [a, b] = [written, meant].map((text) => text.replace(/^-/, ''));
  if (a === undefined || b === undefined) return false;
  if (a === b) return true;
  const digits = (text: string): string => text.replace('.', '').replace(/^0+|0+$/g, '');
  if (digits(a) === digits(b)) return true;
  if (a.length !== b.length) return false;
  const places = Array.from(a, (char, at) => (char === b[at] ? -1 : at)).filter((at) => at >= 0);
  if (places.length === 1) return true;
  const [first, second] = places;
  return (
    places.length === 2 &&
    first !== undefined &&
    second !== undefined &&
    a[first] === b[second] &&
    a[second] === b[first]
  );
}
