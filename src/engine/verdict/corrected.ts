import type { Gathered } from '../claim/book.js';
import type { Expr } from '../expression/node.js';
import type { Definition } from '../interpret/context.js';

/** The definitions with `meant` where one says what was found wrong; the same list where none does. */
export function correctedDefinitions(
  definitions: readonly Definition[],
  wrong: Expr,
  meant: Expr,
): readonly Definition[] {
  if (!definitions.some(({ body }) => isAt(body, wrong))) return definitions;
  return definitions.map((one) => (isAt(one.body, wrong) ? { ...one, body: meant } : one));
}

/** The values that the text gives, likewise. */
export function correctedValues(
  values: Gathered['values'],
  wrong: Expr,
  meant: Expr,
): Gathered['values'] {
  const isWrong = ({ value }: { readonly value: Expr | null }): boolean =>
    value !== null && isAt(value, wrong);
  if (![...values.values()].some((list) => list.some(isWrong))) return values;
  return new Map(
    [...values].map(([key, list]) => [
      key,
      list.map((entry) => (isWrong(entry) ? { ...entry, value: meant } : entry)),
    ]),
  );
}

function isAt({ span: { start, end } }: Expr, wrong: Expr): boolean {
  return start === wrong.span.start && end === wrong.span.end && end > start;
}
