/** A complex number; with an imaginary part of 1e-30 it carries a derivative (Squire and Trapp, 1998). */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

/** Rows of a matrix; a number is 1 by 1, a vector one column. */
export type Value = readonly (readonly Complex[])[];

export function real(re: number): Complex {
  return { re, im: 0 };
}

export function add(a: Complex, b: Complex): Complex {
  return { re: a.re + b.re, im: a.im + b.im };
}

export function negative(a: Complex): Complex {
  return { re: -a.re, im: -a.im };
}

export function multiply(a: Complex, b: Complex): Complex {
  return { re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re };
}

export function divide(a: Complex, b: Complex): Complex {
  const size = b.re * b.re + b.im * b.im;
  const top = multiply(a, { re: b.re, im: -b.im });
  return { re: top.re / size, im: top.im / size };
}

/** The inverse and the determinant of a square matrix, by Gauss and Jordan with the largest pivots. */
export function inverse(value: Value): { readonly value: Value; readonly determinant: Complex } {
  const n = value.length;
  const rows = value.map((row, i) => [...row, ...row.map((_, j) => real(i === j ? 1 : 0))]);
  let determinant = real(1);
  for (let at = 0; at < n; at++) {
    const from = largest(rows, at);
    if (from !== at) {
      [rows[at], rows[from]] = [rows[from] ?? [], rows[at] ?? []];
      determinant = negative(determinant);
    }
    const pivot = rows[at]?.[at] ?? real(0);
    determinant = multiply(determinant, pivot);
    const own = (rows[at] ?? []).map((a) => divide(a, pivot));
    rows.forEach((row, i) => {
      const factor = row[at] ?? real(0);
      rows[i] =
        i === at ? own : row.map((a, j) => add(a, negative(multiply(factor, own[j] ?? real(0)))));
    });
  }
  return { value: rows.map((row) => row.slice(n)), determinant };
}

function largest(rows: Value, at: number): number {
  const size = (row: number): number => Math.abs(rows[row]?.[at]?.re ?? 0);
  let best = at;
  for (let row = at + 1; row < rows.length; row++) if (size(row) > size(best)) best = row;
  return best;
}
