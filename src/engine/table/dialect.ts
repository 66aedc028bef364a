/** How the bytes of a text table are to be read. Everything a reader needs is said; nothing is guessed again. */
export interface Dialect {
  readonly encoding: Encoding;
  /** Bytes before the first character that only name the encoding. */
  readonly bom: boolean;
  readonly delimiter: string;
  /** Empty where no cell is quoted. */
  readonly quote: '"' | "'" | '';
  readonly decimal: '.' | ',';
  /** Empty where thousands are not set apart. */
  readonly thousands: '' | '.' | ',' | ' ' | "'";
  /** Lines that begin with it are skipped; empty where there are none. */
  readonly comment: string;
  readonly header: Header;
  /** Words that stand for "no value", besides the empty cell. */
  readonly missing: readonly string[];
  readonly newline: '\n' | '\r\n' | '\r' | 'mixed';
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The lines before the data. */
export interface Header {
  /** Lines to skip before the header, blank and comment lines not counted. */
  readonly skip: number;
  /** Lines of names; 0 where the file has no header. FMA's features have 3. */
  readonly levels: number;
  /** FMA's files name the index in a line of its own, below the names. */
  readonly indexLine: boolean;
}
