/** How the bytes of a text table are to be read. Everything a reader needs is said; nothing is guessed again. */
export interface Dialect {
  readonly encoding: Encoding;
  /** Bytes before the first character that only name the encoding. */
  readonly bom: boolean;
  /** One character; `' '` stands for any run of spaces and tabs. */
  readonly delimiter: string;
  /** Empty where no cell is quoted. */
  readonly quote: '"' | "'" | '';
  /** What makes a quote within a quoted cell a character: a second quote always does, a backslash where it is one. */
  readonly escape: '"' | '\\';
  /** Spaces after a delimiter belong to no cell. */
  readonly initialSpace: boolean;
  readonly decimal: '.' | ',';
  /** Empty where thousands are not set apart. */
  readonly thousands: '' | '.' | ',' | ' ' | "'" | '\u00a0';
  /** Lines that begin with it are skipped; empty where there are none. */
  readonly comment: string;
  readonly header: Header;
  /** Words that stand for "no value", besides the empty cell, exactly as written. */
  readonly missing: readonly string[];
  readonly newline: '\n' | '\r\n' | '\r' | 'mixed';
  /** Rows have different numbers of cells: short ones are padded. */
  readonly ragged: boolean;
  /** Zero bytes stand among the characters; they are left out. */
  readonly zeroBytes: boolean;
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The lines before the data. */
export interface Header {
  /** Lines of the file before the header, blank and comment lines among them. */
  readonly skip: number;
  /** Lines of names; 0 where the file has no header. FMA's features have 3. */
  readonly levels: number;
  /** FMA's files name the index in a line of its own, below the names. */
  readonly indexLine: boolean;
  /** R names each row in a first cell for which the header has none. */
  readonly rowNames: boolean;
}
