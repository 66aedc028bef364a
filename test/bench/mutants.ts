import type { Place, SourceDocument } from '../../src/engine/index.js';
import type { Coursework } from './coursework.js';
import { findFormulas } from './formulas.js';
import type { Formula } from './formulas.js';
import { readPieces } from './mutate/atoms.js';
import type { Edit } from './mutate/edit.js';
import { NAME_SLIPS } from './mutate/names.js';
import { PRODUCT_SLIPS } from './mutate/products.js';
import { SIGN_SLIPS } from './mutate/signs.js';

/** A right formula with one mistake put in. */
export interface Mutant {
  readonly file: string;
  /** The id of the derivation. */
  readonly id: string;
  readonly kind: string;
  /** What is replaced, and by what. */
  readonly place: Place;
  readonly text: string;
  readonly formula: Formula;
}

const SLIPS = [...SIGN_SLIPS, ...PRODUCT_SLIPS, ...NAME_SLIPS];

const DECLARATION_SLIPS = SLIPS.filter((slip) => slip.kind === 'sizes-swapped');

const PLAIN =
  /^(?:[A-Za-z\d_^{},.<>\s-]|\\[,;{}]|\\(?:[a-z]*eta|alpha|gamma|kappa|lambda|mu|pi|rho|sigma|tau|epsilon|ne|neq|le|ge|in|R|RR|mathbb|mathbf|times|[lc]?dots|hat|quad|bar)(?![A-Za-z]))*$/;

/** The kinds of mistakes, in the order of the tables. */
export const MUTANT_KINDS: readonly string[] = SLIPS.map((slip) => slip.kind);

/**
 * At most `per` mutants of every formula, each of another kind where there are enough kinds.
 * Deterministic: the same file, the same mutants.
 */
export function mutantsOf(work: Coursework, per: number): readonly Mutant[] {
  return findFormulas(work.document).flatMap((formula, index) => {
    const chance = seeded(`${work.name} ${formula.id} ${index}`);
    const kinds = shuffled(propose(work, formula), chance);
    const chosen = kinds.flatMap((group) => shuffled(group, chance).slice(0, 1)).slice(0, per);
    return chosen.sort((a, b) => a.place.start - b.place.start);
  });
}

/** The document with the mistake in it. */
export function mutate(document: SourceDocument, { place, text }: Mutant): SourceDocument {
  const parts = document.parts.map((part, index) =>
    index === place.part
      ? { ...part, text: part.text.slice(0, place.start) + text + part.text.slice(place.end) }
      : part,
  );
  return { parts };
}

function propose(work: Coursework, formula: Formula): readonly (readonly Mutant[])[] {
  const pieces = readPieces(formula.latex);
  const slips = isHypothesis(formula.latex) ? DECLARATION_SLIPS : SLIPS;
  const groups = slips.map((slip) =>
    slip
      .propose(pieces)
      .filter((edit) => formula.latex.slice(edit.start, edit.end) !== edit.text)
      .map((edit) => ({
        file: work.name,
        id: formula.id,
        kind: slip.kind,
        place: {
          part: formula.part,
          start: formula.start + edit.start,
          end: formula.start + edit.end,
        },
        text: spaced(formula.latex, edit),
        formula,
      })),
  );
  return groups.filter((group) => group.length > 0);
}

/** Names, sizes and conditions such as `x > 0` claim nothing: only a size in them can be wrong. */
function isHypothesis(latex: string): boolean {
  return PLAIN.test(latex);
}

/** Keeps a command before or at the end of the edit apart from a letter that follows. */
function spaced(latex: string, { start, end, text }: Edit): string {
  const joined = latex.slice(0, start) + text;
  const clash = /\\[A-Za-z]+$/.test(joined) && /^[A-Za-z]/.test(latex.slice(end));
  return clash ? `${text} ` : text;
}

/** Numbers in [0, 1) that depend on the text alone (FNV-1a, then mulberry32). */
function seeded(text: string): () => number {
  let state = 0x811c9dc5;
  for (const unit of text) state = Math.imul(state ^ unit.charCodeAt(0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffled<T>(items: readonly T[], chance: () => number): readonly T[] {
  return items
    .map((item) => ({ item, rank: chance() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
