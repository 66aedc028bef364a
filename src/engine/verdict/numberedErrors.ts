import { headOf } from '../claim/key.js';
import type { Legacy } from '../claim/legacy.js';
import type { Placed, Zone } from '../claim/zone.js';
import type { Expr } from '../expression/node.js';
import { replaceNode } from '../expression/replace.js';
import { some } from '../expression/walk.js';
import { isAffine, lossOf, scriptOf } from './layerErrors.js';
import { saidBefore } from './said.js';

/** Letters that errors of layers go by. */
const ERROR = /^(\\delta|\\Delta|D)$/;

interface NumberedError {
  readonly placed: Placed;
  readonly name: Expr;
  /** Is it made of the error of another layer? */
  readonly lower: boolean;
}

/**
 * The zone with `\delta_1 = \partial L / \partial z_1` said before the first line for `\delta_1`, where its errors of
 * numbered layers are made of each other and nothing says what they are: of all of them, or of those below the last.
 */
export function withNumberedErrors(zone: Zone, inherited: Legacy): readonly Zone[] {
  const errors = errorsIn(zone);
  const [first] = errors;
  const sign = first ? headOf(first.name)?.base : undefined;
  const input = inputOf(zone, inherited);
  const loss = lossOf(zone, inherited);
  if (!first || sign === undefined || input === undefined || !loss || sign === input) return [];
  const lower = errors.filter((error) => error.lower);
  if (lower.length === 0) return [];
  const sets = lower.length < errors.length ? [errors, lower] : [errors];
  return sets.map((known) => {
    const statements = zone.statements.flatMap((placed) => {
      const error = known.find((one) => one.placed === placed);
      return error ? [said(error, loss, input), placed] : [placed];
    });
    return { ...zone, statements };
  });
}

/** The first line for each error, none where one is said to be a derivative. */
function errorsIn({ statements }: Zone): readonly NumberedError[] {
  const found = new Map<string, NumberedError>();
  const derived = new Set<string>();
  for (const placed of statements) {
    const { items, relations } = placed.statement;
    const [name, right] = items;
    const number = name ? errorNumber(name) : null;
    const head = name ? headOf(name) : null;
    if (!name || !right || number === null || relations[0]?.sign !== '=') continue;
    if (right.kind === 'deriv') derived.add(number);
    const others = (node: Expr): boolean =>
      headOf(node)?.base === head?.base && (errorNumber(node) ?? number) !== number;
    if (!found.has(number)) found.set(number, { placed, name, lower: some(right, others) });
  }
  return [...found].filter(([number]) => !derived.has(number)).map(([, error]) => error);
}

/** The 1 of `\delta_1`, `\Delta^{(1)}`. */
function errorNumber(node: Expr): string | null {
  const head = headOf(node);
  if (!head || head.accents.length > 0 || !ERROR.test(head.base)) return null;
  // `\delta_{1,j}` is of one unit.
  if (node.kind === 'sub' && node.indices.length > 1) return null;
  const script = scriptOf(node);
  return script !== null && /^[1-9]$/.test(script) ? script : null;
}

/** The letter of `z_1 = W_1 x + b_1`. */
function inputOf({ statements }: Zone, { definitions }: Legacy): string | undefined {
  for (const { statement } of statements) {
    const [left, right] = statement.items;
    if (left && right && isAffine(right) && /^[1-9]$/.test(scriptOf(left) ?? ''))
      return headOf(left)?.base;
  }
  const known = definitions.find(({ body, key }) => isAffine(body) && /^\\?[a-zA-Z]+\W/.test(key));
  return /^\\?[a-zA-Z]+/.exec(known?.key ?? '')?.[0];
}

function said({ placed, name }: NumberedError, top: Expr, input: string): Placed {
  const head = headOf(name);
  const by = head ? replaceNode(name, head, { ...head, base: input }) : name;
  return saidBefore(placed, name, top, by);
}
