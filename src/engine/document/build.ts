import type { Block, Outline } from './outline.js';
import type { SourceDocument } from './source.js';

/** Cuts a document into formulas and prose. Total: any text gives an outline. */
export function readOutline(document: SourceDocument): Outline {
  const blocks: Block[] = document.parts.flatMap((part, index) =>
    part.kind === 'code' ? [] : formulasOf(part.text, index),
  );
  return {
    scopes: [{ id: 0, kind: 'document', parent: null, title: '', level: 0 }],
    blocks,
    macros: [],
    facts: [],
  };
}

function formulasOf(text: string, part: number): Block[] {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/\$\$([^$]+)\$\$|\$([^$\s](?:[^$\n]*[^$\s])?)\$(?!\d)/g)) {
    const display = match[1] !== undefined;
    const inner = match[1] ?? match[2] ?? '';
    const start = match.index + (display ? 2 : 1) + (inner.length - inner.trimStart().length);
    const latex = inner.trim();
    blocks.push({
      kind: 'formula',
      place: { part, start, end: start + latex.length },
      outer: { part, start: match.index, end: match.index + match[0].length },
      latex,
      display,
      scope: 0,
      cues: [],
    });
  }
  return blocks;
}
