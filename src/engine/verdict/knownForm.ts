import type { Expr } from '../expression/node.js';
import type { Names } from '../claim/reading.js';
import type { Reader } from './judge.js';
import type { KnownForm } from '../functions/forms/form.js';
import { KNOWN_FORMS } from '../functions/knownForms.js';
import type { Edit } from './edits/edit.js';
import { editsOf } from './edits/edits.js';
import { formEdits } from './formEdits.js';
import { atomsOf, compact, isReadable, valueOf } from './formValue.js';
import { formatNumber } from './number.js';
import { stockFor } from './repair.js';
import type { Counterexample } from './report.js';

/** What makes it right, and where it is something else as it stands. */
export interface OtherForm {
  readonly edit: Edit;
  readonly counterexample: Counterexample;
}

/** What goes by its name, such as precision or the state of a cell, and is said to be something else. */
export function knownForm({ names, book }: Reader, left: Expr, body: Expr): OtherForm | null {
  const name = compact(left);
  const rows = KNOWN_FORMS.filter((row) => row.left.test(name));
  if (rows.length === 0 || !isReadable(body, names)) return null;
  const own = atomsOf(body, names);
  // What is as it should be by one row is not held against another.
  if (rows.some((row) => isForm(row, body, names))) return null;
  const near = rows.filter(({ roles }) => {
    const taken = own.map((atom) => roleOf(atom, roles));
    return taken.every((role) => role !== null) && new Set(taken).size === taken.length;
  });
  if (near.length === 0) return null;
  const around = [...book.variables.values(), ...book.functions.values()].map((one) => one.body);
  const edits = [...formEdits(body, names), ...editsOf(body, stockFor(names, [body], around))];
  // A name more makes it something else: `-\log p` beside y is no cross-entropy that lacks it.
  const fits = ({ roles, lost }: KnownForm, result: Expr): boolean => {
    const added = atomsOf(result, names).filter((atom) => !own.includes(atom));
    const most = atomsOf(result, names).length - own.length;
    return most <= 0 || (most === 1 && added.every((atom) => roleOf(atom, roles) === lost));
  };
  const edit = edits.find(
    ({ cost, result }) =>
      cost <= DEAREST && near.some((row) => fits(row, result) && isForm(row, result, names)),
  );
  return edit ? { edit, counterexample: apart(edit.result, body, names) } : null;
}

/** What both come to at one point, with a single term of every sum. */
function apart(known: Expr, body: Expr, names: Names): Counterexample {
  const atoms = atomsOf(body, names);
  const at = Object.fromEntries(
    [...new Set([...atoms, ...atomsOf(known, names)])].map((atom, k) => [atom, POINTS[k] ?? 1]),
  );
  const [left, right] = [known, body].map((side) =>
    formatNumber(valueOf(side, names, (atom) => at[atom], 1)),
  );
  return {
    left: left ?? '',
    right: right ?? '',
    at: Object.fromEntries(Object.entries(at).map(([atom, value]) => [atom, formatNumber(value)])),
  };
}

const DEAREST = 3.6;

/** Where forms are compared: probabilities, and apart from each other. */
const POINTS = [
  0.3119, 0.4733, 0.5927, 0.2309, 0.6781, 0.4157, 0.5371, 0.2953, 0.3767, 0.4391, 0.6143,
];
const ROUNDS = 4;

/** Has it the values of a known form wherever it is tried? */
function isForm({ roles, forms, scaled }: KnownForm, body: Expr, names: Names): boolean {
  const atoms = atomsOf(body, names);
  const taken = atoms.map((atom) => roleOf(atom, roles));
  if (taken.some((role) => role === null) || new Set(taken).size < taken.length) return false;
  return forms.some((form) => {
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      // How many there are is a factor like another.
      const value = (role: string, k: number): number =>
        role === 'n' && scaled ? 5 : (POINTS[(k + 3 * round) % POINTS.length] ?? 1) + round / 20;
      const given: Readonly<Record<string, number>> = Object.fromEntries(
        taken.map((role, k) => [String(role), value(String(role), k)] as const),
      );
      const [mine, known] = [
        valueOf(body, names, (atom) => given[roleOf(atom, roles) ?? '']),
        form(given),
      ];
      ratios.push(mine / known);
    }
    const [first = Number.NaN] = ratios;
    return ratios.every(
      (ratio) => Math.abs(ratio - (scaled ? first : 1)) < CLOSE * Math.abs(ratio),
    );
  });
}

const CLOSE = 1e-9;

function roleOf(atom: string, roles: KnownForm['roles']): string | null {
  return Object.entries(roles).find(([, can]) => can.test(atom))?.[0] ?? null;
}
