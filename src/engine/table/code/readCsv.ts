import type { Column } from '../column.js';
import { isIso } from '../date.js';
import type { Dialect } from '../dialect.js';
import { USUAL_MISSING } from '../missing.js';
import { columnRef, isIndex, isLayered, keyOf, type Frame } from './columnRef.js';
import { pyCall, pyDict, pyList, pyString, type Python } from './python.js';

/**
 * The call that reads the same frame from the file, and the lines after it that pandas needs for dates and numbers
 * that it does not read by itself. `import pandas as pd` is taken to be there; a name is imported where it is used.
 * What no reader can tell from a first block (a quote that nothing closes among others that do) pandas refuses.
 */
export function pandasCall(
  dialect: Dialect,
  columns: readonly Column[],
  fileName: string,
  name = 'df',
): string {
  const frame: Frame = { dialect, columns, name };
  const args = [source(dialect, fileName), ...options(frame)];
  const read = `${name} = ${pyCall('pd.read_csv', args)}`;
  return [...imports(dialect), read, ...renamed(frame), ...conversions(frame)].join('\n');
}

type Options = readonly Python[];

/** `name=value` where the value is not pandas' own. */
function option(holds: boolean, name: string, value: Python): Options {
  return holds ? [`${name}=${value}`] : [];
}

function imports({ zeroBytes }: Dialect): readonly string[] {
  return zeroBytes ? ['import io'] : [];
}

/** pandas cuts a cell at a zero byte, so they are taken out before. */
function source(dialect: Dialect, fileName: string): Python {
  const file = pyString(fileName);
  if (!dialect.zeroBytes) return file;
  const encoding = encodingOf(dialect) ?? 'utf-8';
  return `io.StringIO(open(${file}, encoding='${encoding}', newline='').read().replace('\\0', ''))`;
}

function options(frame: Frame): Options {
  const { dialect } = frame;
  const encoding = encodingOf(dialect);
  return [
    ...separators(dialect),
    ...option(encoding !== undefined && !dialect.zeroBytes, 'encoding', pyString(encoding ?? '')),
    ...option(dialect.comment !== '', 'comment', pyString(dialect.comment)),
    ...headerOptions(frame),
    ...missingOptions(dialect),
    ...kindOptions(frame),
    // Of pandas' two readers only the slower one takes a thousands mark that is not ASCII.
    ...option(dialect.thousands === '\u00a0', 'engine', "'python'"),
  ];
}

function encodingOf({ encoding, bom }: Dialect): string | undefined {
  switch (encoding) {
    case 'utf-8':
      return bom ? 'utf-8-sig' : undefined;
    case 'utf-16le':
      return bom ? 'utf-16' : 'utf-16-le';
    case 'utf-16be':
      return bom ? 'utf-16' : 'utf-16-be';
    case 'windows-1252':
      return 'cp1252';
    default:
      return encoding satisfies never;
  }
}

function separators(dialect: Dialect): Options {
  const { delimiter, quote, escape, decimal, thousands } = dialect;
  return [
    ...option(delimiter !== ',', 'sep', delimiter === ' ' ? "r'\\s+'" : pyString(delimiter)),
    ...option(quote === "'", 'quotechar', pyString(quote)),
    ...option(quote === '', 'quoting', '3'),
    ...option(escape === '\\', 'escapechar', pyString('\\')),
    ...option(dialect.initialSpace, 'skipinitialspace', 'True'),
    ...option(decimal !== '.', 'decimal', pyString(decimal)),
    ...option(thousands !== '', 'thousands', pyString(thousands)),
  ];
}

function headerOptions(frame: Frame): Options {
  const { dialect, columns } = frame;
  const { skip, levels, indexLine, rowNames } = dialect.header;
  const indexed = indexLine || rowNames;
  const loose = dialect.ragged && !indexed && levels < 2;
  if (levels === 0) {
    const names = `[f'c{i}' for i in range(${columns.length})]`;
    return [
      ...option(skip > 0, 'skiprows', String(skip)),
      'header=None',
      `names=${names}`,
      ...option(loose, 'index_col', 'False'),
    ];
  }
  if (loose && columns.some(({ path }) => path.length === 0)) {
    const names = pyList(columns.map((column) => pyString(column.name)));
    return [`skiprows=${skip + levels}`, 'header=None', `names=${names}`, 'index_col=False'];
  }
  const named = indexLine && levels === 1;
  return [
    ...option(named, 'skiprows', pyList(linesBut(skip, skip + 1))),
    ...option(skip > 0 && !named, 'skiprows', String(skip)),
    ...option(levels > 1, 'header', pyList(Array.from({ length: levels }, (_, at) => String(at)))),
    ...option(indexed, 'index_col', '0'),
    ...option(loose, 'index_col', 'False'),
  ];
}

/** The numbers of the lines before the header and of the one that names the index. */
function linesBut(skip: number, index: number): readonly Python[] {
  return [...Array.from({ length: skip }, (_, at) => String(at)), String(index)];
}

function missingOptions({ missing }: Dialect): Options {
  const usual = USUAL_MISSING.every((word) => missing.includes(word));
  const others = usual ? missing.filter((word) => !USUAL_MISSING.includes(word)) : ['', ...missing];
  return [
    ...option(others.length > 0, 'na_values', pyList(others.map(pyString))),
    ...option(!usual, 'keep_default_na', 'False'),
  ];
}

function kindOptions(frame: Frame): Options {
  const { columns } = frame;
  const texts = columns.filter((column) => staysText(frame, column));
  const dates = columns.filter(
    (column) => isIso(column.format ?? '') && !isLayered(frame) && !isIndex(frame, column),
  );
  const truths = (side: 'yes' | 'no', usual: string): readonly string[] => [
    ...new Set(columns.flatMap(({ truth }) => truth?.[side] ?? []).filter((w) => !knows(w, usual))),
  ];
  const yes = truths('yes', 'true');
  const no = truths('no', 'false');
  return [
    ...option(yes.length > 0, 'true_values', pyList(yes.map(pyString))),
    ...option(no.length > 0, 'false_values', pyList(no.map(pyString))),
    ...option(
      texts.length > 0,
      'dtype',
      pyDict(texts.map((column) => [keyOf(frame, column), 'str'])),
    ),
    ...option(dates.length > 0, 'parse_dates', pyList(dates.map((column) => keyOf(frame, column)))),
  ];
}

/** Whether pandas has to be told that a column is text: it would take digits, or what is left without marks, for numbers. */
function staysText({ dialect }: Frame, { kind, format, mixed }: Column): boolean {
  if (kind === 'code' || kind === 'bigint' || mixed === true) return true;
  const marked = dialect.thousands !== '';
  return marked && (kind === 'text' || (format !== undefined && !isIso(format)));
}

/** pandas knows a truth in small letters, in capitals and with a capital. */
function knows(word: string, usual: string): boolean {
  return [usual, usual.toUpperCase(), usual.charAt(0).toUpperCase() + usual.slice(1)].includes(
    word,
  );
}

/** The name of an index that stands in a line of its own, below one line of names. */
function renamed({ dialect, columns, name }: Frame): readonly string[] {
  const { levels, indexLine } = dialect.header;
  const index = columns[0]?.name ?? '';
  return levels === 1 && indexLine ? [`${name} = ${name}.rename_axis(${pyString(index)})`] : [];
}

/** What `read_csv` leaves as text: dates of other forms, and numbers beyond a double. */
function conversions(frame: Frame): readonly string[] {
  const { decimal, thousands } = frame.dialect;
  return frame.columns.flatMap((column) => {
    const ref = columnRef(frame, column);
    const { format, beyond } = column;
    const told = isIso(format ?? '') && !isLayered(frame) && !isIndex(frame, column);
    if (format !== undefined && !told) {
      const form = isIso(format) ? [] : [`format=${pyString(format)}`];
      return [`${ref} = ${pyCall('pd.to_datetime', [ref, ...form])}`];
    }
    if (beyond !== true) return [];
    const plain = (from: string, to: string): string =>
      from === '' || from === to ? '' : `.str.replace(${pyString(from)}, '${to}', regex=False)`;
    return [`${ref} = ${ref}${plain(thousands, '')}${plain(decimal, '.')}.astype(float)`];
  });
}
