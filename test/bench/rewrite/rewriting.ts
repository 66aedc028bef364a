import type { SourceDocument } from '../../../src/engine/index.js';
import { findFormulas } from '../formulas.js';
import type { Formula } from '../formulas.js';

/** A way to write the same mathematics otherwise: no verdict may depend on it. */
export interface Rewriting {
  readonly title: string;
  /** How it rewrites a document of these formulas and this prose; null where there is nothing to rewrite. */
  readonly of: (formulas: readonly string[], prose: string) => Rewrite | null;
}

export interface Rewrite {
  /** `open`: the dollars or the bracket that it stands behind. */
  readonly formula?: (latex: string, open: string) => string;
  readonly prose?: (text: string) => string;
  /** LaTeX that has to stand before everything. */
  readonly preamble?: string;
  readonly fences?: (open: string) => readonly [string, string];
}

/** A document and where its formulas stand in it, in the order of the text. */
export interface Placed {
  readonly document: SourceDocument;
  readonly formulas: readonly Pick<Formula, 'part' | 'start' | 'latex'>[];
}

/** A rewriting of each formula by itself. */
export function eachFormula(
  title: string,
  formula: (latex: string, open: string) => string,
): Rewriting {
  return {
    title,
    of: (formulas) =>
      formulas.some((latex) => formula(latex, '$$') !== latex) ? { formula } : null,
  };
}

/** The document rewritten; null where the rewriting does not apply to it. */
export function rewrite(document: SourceDocument, rewriting: Rewriting): Placed | null {
  const formulas = findFormulas(document);
  const own = rewriting.of(
    formulas.map(({ latex }) => latex),
    proseOf(document, formulas),
  );
  if (own === null) return null;
  const placed: Placed['formulas'][number][] = [];
  const first = document.parts.findIndex((part) => part.kind !== 'code');
  const parts = document.parts.map((source, part) => {
    if (source.kind === 'code') return source;
    const inside = formulas.filter((formula) => formula.part === part);
    const begin = part === first ? beginning(source.text, own.preamble, source.kind) : '';
    const prose = own.prose ?? ((text: string) => text);
    let text = begin;
    let from = 0;
    for (const { start, latex } of inside) {
      const open = /(?:\$\$|\$|\\[[(])$/.exec(source.text.slice(from, start))?.[0] ?? '';
      const fences = open.startsWith('$') ? (own.fences?.(open) ?? null) : null;
      text += prose(source.text.slice(from, start - (fences ? open.length : 0)));
      if (fences) text += fences[0];
      const other = own.formula?.(latex, open) ?? latex;
      placed.push({ part, start: text.length, latex: other });
      text += other;
      from = start + latex.length;
      if (fences) {
        text += fences[1];
        from += open.length;
      }
    }
    return { kind: source.kind, text: text + prose(source.text.slice(from)) };
  });
  return { document: { parts }, formulas: placed };
}

/** A document as it is, with its formulas. */
export function asWritten(document: SourceDocument): Placed {
  return { document, formulas: findFormulas(document) };
}

function beginning(text: string, preamble: string | undefined, kind: string): string {
  if (preamble === undefined) return '';
  return kind === 'tex' || text.startsWith('\\documentclass')
    ? preamble
    : `$${preamble.trim()}$\n\n`;
}

function proseOf(document: SourceDocument, formulas: readonly Formula[]): string {
  return document.parts
    .map((source, part) => {
      let [text, from] = ['', 0];
      for (const { start, latex } of formulas.filter((formula) => formula.part === part)) {
        text += source.text.slice(from, start);
        from = start + latex.length;
      }
      return text + source.text.slice(from);
    })
    .join('\n');
}
