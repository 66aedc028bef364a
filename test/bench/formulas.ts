import type { SourceDocument, SourcePart } from '../../src/engine/index.js';

/** Mathematics in a document of the bank, found without the engine's own reader. */
export interface Formula {
  readonly part: number;
  readonly start: number;
  readonly latex: string;
  /** The id of its section; empty before the first one. */
  readonly id: string;
}

interface Section {
  readonly part: number;
  readonly start: number;
  readonly end: number;
  readonly id: string;
}

const HEADING = /^(?:## |\\section\{)/gm;
const ID = /\bid: ([\w-]+); source: /;
const MATHEMATICS = {
  markdown: /\$\$([^$]+)\$\$|\$([^$\n]+)\$|\\\[([^]*?)\\\]|\\\(([^\n]*?)\\\)/g,
  tex: /\\\[([\s\S]*?)\\\]|\\begin\{(?:align|equation)\*?\}([\s\S]*?)\\end\{(?:align|equation)\*?\}|\$([^$\n]+)\$/g,
} as const;

/** Every formula of a document, in the order of the text. */
export function findFormulas(document: SourceDocument): readonly Formula[] {
  const sections = findSections(document);
  return document.parts.flatMap((source, part) => {
    if (source.kind === 'code') return [];
    const text = withoutRemarks(source);
    return [...text.matchAll(MATHEMATICS[source.kind])].map((match) => {
      const latex = match.slice(1).find(Boolean) ?? '';
      const start = match.index + match[0].indexOf(latex);
      const own = sections.findLast((section) => isBefore(section, part, start));
      return { part, start, latex, id: own?.id ?? '' };
    });
  });
}

/** The ids of a document's derivations. */
export function findIds(document: SourceDocument): readonly string[] {
  return findSections(document).map((section) => section.id);
}

/**
 * The document with every section blanked out but the one of that id and what stands before the
 * first; places stay the same. A document that says `continuous` at its top is left whole, because
 * its sections build on one another.
 */
export function onlySection(document: SourceDocument, id: string): SourceDocument {
  if (document.parts[0]?.text.includes('<!-- continuous -->') === true) return document;
  const others = findSections(document).filter((section) => section.id !== id);
  const parts = document.parts.map((source, part) => {
    const text = others
      .filter((section) => section.part === part)
      .reduce((left, { start, end }) => blank(left, start, end), source.text);
    return { kind: source.kind, text };
  });
  return { parts };
}

function findSections(document: SourceDocument): readonly Section[] {
  return document.parts.flatMap((source, part) => {
    if (source.kind === 'code') return [];
    const starts = [...source.text.matchAll(HEADING)].map((match) => match.index);
    const last = source.text.indexOf('\\end{document}');
    return starts.map((start, index) => {
      const end = starts[index + 1] ?? (last < 0 ? source.text.length : last);
      return { part, start, end, id: ID.exec(source.text.slice(start, end))?.[1] ?? '' };
    });
  });
}

function isBefore(section: Section, part: number, start: number): boolean {
  return section.part < part || (section.part === part && section.start <= start);
}

/** Comments and the preamble hold no mathematics; blanking them keeps the offsets. */
function withoutRemarks(source: SourcePart): string {
  if (source.kind === 'markdown') {
    return source.text.replace(/<!--[\s\S]*?-->/g, (remark) => blank(remark, 0, remark.length));
  }
  const body = source.text.indexOf('\\begin{document}');
  return blank(source.text, 0, Math.max(0, body)).replace(/^%.*$/gm, (remark) =>
    blank(remark, 0, remark.length),
  );
}

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n\r]/g, ' ') + text.slice(end);
}
