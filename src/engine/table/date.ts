/** One way to write dates: strptime's letters, with what a cell must look like. */
export interface DateFormat {
  readonly format: string;
  readonly time: boolean;
}

/** Every format in which the cell is a date that exists; ISO first, the day before the month where both could be. */
export function dateFormatsOf(cell: string): readonly DateFormat[] {
  if (cell.length < SHORTEST || cell.length > LONGEST || !LIKE_A_DATE.test(cell)) return [];
  return FORMATS.filter((row) => readDate(cell, row.format) !== undefined);
}

/** The date as ISO writes it, `2024-05-01` or `2024-05-01 10:00:00.5`; undefined where it is none in this format. */
export function readDate(cell: string, format: string): string | undefined {
  const row = BY_FORMAT.get(format);
  const found = row?.pattern.exec(cell)?.groups;
  if (row === undefined || found === undefined) return undefined;
  const year = yearOf(found['y'] ?? '');
  const month = Number(found['m']);
  const day = Number(found['d']);
  if (!exists(year, month, day)) return undefined;
  const date = `${String(year)}-${two(month)}-${two(day)}`;
  if (!row.time) return date;
  const [hour, minute, second] = [found['H'], found['M'], found['S'] ?? '0'].map(Number);
  if (hour === undefined || minute === undefined || second === undefined) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const decimals = (found['f'] ?? '').replace(/0+$/, '');
  const fraction = decimals === '' ? '' : `.${decimals}`;
  return `${date} ${two(hour)}:${two(minute)}:${two(second)}${fraction}`;
}

/** Whether the day stands before the month, after it, or the year is first. */
export function dateOrder(format: string): 'year' | 'day' | 'month' {
  return format.startsWith('%Y') ? 'year' : format.startsWith('%d') ? 'day' : 'month';
}

/** Whether every reader knows the format without being told. */
export function isIso(format: string): boolean {
  return format.startsWith('%Y-%m-%d');
}

const SHORTEST = 6;
const LONGEST = 32;
const LIKE_A_DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}/;

/** Years that nanoseconds in 64 bits reach in full, as pandas holds them. */
const FIRST_YEAR = 1678;
const LAST_YEAR = 2261;

const DATES: readonly (readonly [string, string])[] = [
  ...['-', '/', '.'].map((mark) => row('%Y', '%m', '%d', mark)),
  ...['/', '-', '.'].map((mark) => row('%d', '%m', '%Y', mark)),
  ...['/', '-', '.'].map((mark) => row('%m', '%d', '%Y', mark)),
  ...['/', '-', '.'].map((mark) => row('%d', '%m', '%y', mark)),
  ...['/', '-', '.'].map((mark) => row('%m', '%d', '%y', mark)),
];

const CLOCK = '(?<H>\\d{1,2}):(?<M>\\d{2})';

const TIMES: readonly (readonly [string, string])[] = [
  ['', ''],
  [' %H:%M:%S', ` ${CLOCK}:(?<S>\\d{2})`],
  ['T%H:%M:%S', `T${CLOCK}:(?<S>\\d{2})`],
  [' %H:%M', ` ${CLOCK}`],
  ['T%H:%M', `T${CLOCK}`],
  [' %H:%M:%S.%f', ` ${CLOCK}:(?<S>\\d{2})\\.(?<f>\\d{1,6})`],
  ['T%H:%M:%S.%f', `T${CLOCK}:(?<S>\\d{2})\\.(?<f>\\d{1,6})`],
  ['T%H:%M:%SZ', `T${CLOCK}:(?<S>\\d{2})Z`],
  ['T%H:%M:%S.%fZ', `T${CLOCK}:(?<S>\\d{2})\\.(?<f>\\d{1,6})Z`],
];

interface Row extends DateFormat {
  readonly pattern: RegExp;
}

const FORMATS: readonly Row[] = DATES.flatMap(([date, datePattern]) =>
  TIMES.map(([time, timePattern]) => ({
    format: date + time,
    time: time !== '',
    pattern: new RegExp(`^${datePattern}${timePattern}$`),
  })),
);

const BY_FORMAT = new Map(FORMATS.map((format) => [format.format, format]));

function row(a: string, b: string, c: string, mark: string): readonly [string, string] {
  const patterns: Readonly<Record<string, string>> = {
    '%Y': '(?<y>\\d{4})',
    '%y': '(?<y>\\d{2})',
    '%m': '(?<m>\\d{1,2})',
    '%d': '(?<d>\\d{1,2})',
  };
  const parts = [a, b, c];
  return [parts.join(mark), parts.map((part) => patterns[part] ?? '').join(`\\${mark}`)];
}

/** Two digits are 1969 to 2068 (POSIX strptime). */
function yearOf(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < 69 ? 2000 + year : 1900 + year;
}

function exists(year: number, month: number, day: number): boolean {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
