import type { Cell } from './tableProtocol.js';

/** A piece of a table that leaves the editor as text. */
export interface TableText {
  readonly header: readonly string[];
  /** Which columns are set to the right, as numbers are. */
  readonly numeric: readonly boolean[];
  /** Row by row; null where a value is missing. */
  readonly rows: readonly (readonly Cell[])[];
}

export type TextFormat = 'csv' | 'markdown' | 'latex';

/** One writer for each format. */
export const writers: Readonly<Record<TextFormat, (table: TableText) => string>> = {
  csv: csvText,
  markdown: markdownText,
  latex: latexText,
};

/** After RFC 4180, with plain line ends. A missing value is nothing, a text of no letters is `""`. */
function csvText({ header, rows }: TableText): string {
  return [header, ...rows].map((row) => `${row.map(csvCell).join(',')}\n`).join('');
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  return cell === '' || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A table of GitHub Flavored Markdown; what would be markup there is shown as it is. */
function markdownText({ header, numeric, rows }: TableText): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const rules = header.map((_name, index) => (numeric[index] === true ? '---:' : '---'));
  return [header.map(markdownCell), rules, ...rows.map((row) => row.map(markdownCell))]
    .map(line)
    .join('');
}

function markdownCell(cell: Cell): string {
  return oneLine(cell ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\|`*_[\]~$#]/g, '\\$&');
}

/** A `tabular` that needs no package. */
function latexText({ header, numeric, rows }: TableText): string {
  const line = (cells: readonly Cell[]): string =>
    `  ${cells.map((cell) => latexCell(cell ?? '')).join(' & ')} \\\\\n`;
  const columns = header.map((_name, index) => (numeric[index] === true ? 'r' : 'l')).join('');
  const rule = '  \\hline\n';
  return `\\begin{tabular}{${columns}}\n${rule}${line(header)}${rule}${rows.map(line).join('')}${rule}\\end{tabular}\n`;
}

/** A row that begins with a bracket would be read as an option of the line break before it. */
function latexCell(cell: string): string {
  const safe = oneLine(cell).replace(/[\\{}$&#_%~^]/g, (sign) => LATEX[sign] ?? sign);
  return safe.startsWith('[') ? `{${safe.slice(0, 1)}}${safe.slice(1)}` : safe;
}

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Neither format has a line end within a cell. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
