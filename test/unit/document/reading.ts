import { readOutline } from '../../../src/engine/document/build.js';
import type { Fact, FormulaBlock, Outline } from '../../../src/engine/document/outline.js';
import type { PartKind } from '../../../src/engine/document/source.js';

export function outlineOf(text: string, kind: PartKind = 'markdown'): Outline {
  return readOutline({ parts: [{ kind, text }] });
}

export function formulasOf(text: string, kind: PartKind = 'markdown'): readonly FormulaBlock[] {
  return outlineOf(text, kind).blocks.filter((block) => block.kind === 'formula');
}

export function latexOf(text: string, kind: PartKind = 'markdown'): readonly string[] {
  return formulasOf(text, kind).map((formula) => formula.latex);
}

/** Facts in short: `symmetric A`, `dimension h = H \times 1`, `condition i = j`. */
export function factsOf(text: string, kind: PartKind = 'markdown'): readonly string[] {
  return outlineOf(text, kind).facts.map(inShort);
}

/** The titles of the scopes that a formula stands in, outermost first. */
export function pathOf(outline: Outline, latex: string): readonly string[] {
  const formula = outline.blocks.find((block) => block.kind === 'formula' && block.latex === latex);
  const path: string[] = [];
  let scope = outline.scopes[formula?.scope ?? 0];
  while (scope !== undefined && scope.parent !== null) {
    path.unshift(scope.title);
    scope = outline.scopes[scope.parent];
  }
  return path;
}

function inShort(fact: Fact): string {
  const name = fact.latex === '' ? '' : ` ${fact.latex}`;
  if (fact.detail === undefined) return `${fact.kind}${name}`;
  return fact.kind === 'condition'
    ? `condition ${fact.detail}`
    : `${fact.kind}${name} = ${fact.detail}`;
}
