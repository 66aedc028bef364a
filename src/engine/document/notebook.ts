import type { PartKind, SourcePart } from './source.js';

/** A notebook with more cells is not a student's. */
const MAX_CELLS = 5000;

/** Brackets nested deeper than this are not nbformat's. */
const MAX_DEPTH = 200;

/** The cells of a notebook (nbformat 3 or 4) as parts, in order, or null where the text is no notebook. */
export function readNotebook(text: string): readonly SourcePart[] | null {
  if (nestsDeeper(text, MAX_DEPTH)) return null;
  const cells = cellsOf(parse(text));
  return cells === null || cells.length > MAX_CELLS ? null : cells.map(partOf);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON, so no notebook: the caller's null says it.
    return undefined;
  }
}

/** Looked at before parsing: outside strings, how deep brackets go. */
function nestsDeeper(text: string, limit: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (quoted) {
      if (unit === 0x5c) i++;
      else if (unit === 0x22) quoted = false;
    } else if (unit === 0x22) quoted = true;
    else if (unit === 0x7b || unit === 0x5b) {
      if (++depth > limit) return true;
    } else if (unit === 0x7d || unit === 0x5d) depth--;
  }
  return false;
}

/** nbformat 4 has `cells`; nbformat 3 has them in `worksheets`. */
function cellsOf(notebook: unknown): readonly unknown[] | null {
  const cells = field(notebook, 'cells');
  if (isList(cells)) return cells;
  const sheets = field(notebook, 'worksheets');
  if (!isList(sheets)) return null;
  return sheets.flatMap((sheet) => {
    const inside = field(sheet, 'cells');
    return isList(inside) ? inside : [];
  });
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function partOf(cell: unknown): SourcePart {
  const type = field(cell, 'cell_type');
  const text = sourceText(field(cell, 'source') ?? field(cell, 'input'));
  if (type === 'heading') return { kind: 'markdown', text: `# ${text}` };
  const kind: PartKind = type === 'markdown' ? 'markdown' : 'code';
  return { kind, text };
}

/** A string, or lines that keep their line breaks. */
function sourceText(source: unknown): string {
  if (typeof source === 'string') return source;
  if (!Array.isArray(source)) return '';
  return source.filter((line) => typeof line === 'string').join('');
}

/** An object's own field: `__proto__` and what lies behind it are never asked. */
function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
