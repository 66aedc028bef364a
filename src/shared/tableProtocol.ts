import type { Comments, Screen } from '../engine/table/code/screen.js';
import type { Column } from '../engine/table/column.js';
import type { Dialect } from '../engine/table/dialect.js';
import type { Finding } from '../engine/table/finding.js';
import type { DataFile, DataGroup } from '../engine/table/grouping.js';
import type { Note } from '../engine/table/note.js';
import type { ColumnProfile } from '../engine/table/profile.js';
import type { Fault } from '../engine/table/predictions/fault.js';
import type { SplitFileProblem } from '../engine/table/split/splitFile.js';
import type { Parts, SplitProblem } from '../engine/table/split/splitRows.js';
import type { Training } from '../engine/table/split/training.js';
import type { Call } from './rpc.js';

/** Names an open table until it is closed; it outlives a crash of the process that holds the table. */
export type TableId = number;

/** Why a table cannot be given. `args` hold names and numbers, never words. */
export interface TableProblem {
  readonly code: TableProblemCode;
  readonly args: Readonly<Record<string, string | number>>;
}

export type TableProblemCode =
  | 'file.missing'
  | 'file.changed'
  | 'file.denied'
  | 'file.empty'
  | 'file.binary'
  | 'file.tooWide'
  /** Not what its name says: a `.parquet` or `.json` that is none. `detail` is the reader's own sentence. */
  | 'file.damaged'
  /** No such table, or it was closed. */
  | 'table.closed'
  | 'column.unknown'
  /** What was asked needs numbers and the column has none. */
  | 'column.notNumeric'
  /** A filter's value that the column cannot hold. */
  | 'filter.value'
  /** `detail` is the reader's own sentence, `at` the place in the text, from 0, where it is known. */
  | 'query.syntax'
  /** `name` is the function or file that may not be used; absent where it is no question at all. */
  | 'query.refused'
  | 'query.slow'
  | 'request.cancelled'
  | 'memory.full'
  | 'disk.full'
  /** The process ended while it was at work. What was open is opened again when it is next asked for. */
  | 'process.gone'
  /** A mistake of ours; `detail` is for a report. */
  | 'process.bug'
  | SplitProblem
  | SplitFileProblem;

export type Reply<T> =
  ({ readonly ok: true } & T) | { readonly ok: false; readonly problem: TableProblem };

/** A cell as it is written out for a reader; null where it is missing. */
export type Cell = string | null;

/** What the first block of the file shows, before anything else was read. */
export interface Preview {
  readonly table: TableId;
  /** What the SQL box calls the table. */
  readonly name: string;
  readonly bytes: number;
  /** Milliseconds since 1970: when the file was last written. */
  readonly modified: number;
  readonly format: 'text' | 'parquet' | 'json';
  /** How its bytes are read; null where the format says that itself. */
  readonly dialect: Dialect | null;
  readonly columns: readonly Column[];
  /** What was inferred, one code each, for one line each; args hold what was found. */
  readonly notes: readonly Note[];
  /** The first rows, row by row. */
  readonly rows: readonly (readonly Cell[])[];
  /** True when the first block is the whole file. */
  readonly complete: boolean;
}

export interface OpenRequest {
  readonly path: string;
  readonly dialect?: Partial<Dialect>;
  /** The number and the name that the table gets; chosen by the process where they are absent. */
  readonly table?: TableId;
  readonly name?: string;
  /** It is only looked at: it keeps its name free for the one that is shown, which questions in SQL are about. */
  readonly passing?: boolean;
  /** The file as it was when it was opened before: `file.changed` where it is no longer so. */
  readonly unchanged?: { readonly bytes: number; readonly modified: number };
}

/** All columns of both, one row for each pair with the same key; the right one's key column is left out. */
export interface JoinRequest {
  readonly left: TableId;
  readonly right: TableId;
  readonly on: string;
  readonly table?: TableId;
  readonly name?: string;
}

/** Which rows, in which order. The file's own order where `sort` is empty. */
export interface View {
  readonly filter: readonly Condition[];
  readonly sort: readonly { readonly column: string; readonly descending: boolean }[];
  /** Only these rows, by their places in the file, from 0; all where it is absent. */
  readonly rows?: readonly number[];
}

/** All conditions of a filter hold together. `value` is text as the reader typed it; not used by missing/present. */
export interface Condition {
  readonly column: string;
  readonly test: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'contains' | 'missing' | 'present';
  readonly value: string;
}

export interface ClassCount {
  readonly value: string;
  readonly count: number;
}

export interface RankedFeature {
  readonly column: string;
  /** ANOVA F for a numeric column, mutual information in nats otherwise. */
  readonly score: number;
  readonly measure: 'anova' | 'mutualInformation';
}

/** Numbers of some columns, column by column; NaN where a value is missing. */
export interface Numbers {
  readonly columns: readonly string[];
  readonly rows: number;
  /** `columns.length * rows` values, each column's together. */
  readonly values: Float64Array;
}

export interface SplitRequest {
  readonly table: TableId;
  /** Parts and their shares, which add up to 1: `{ train: 0.8, validation: 0.2 }`. */
  readonly shares: Readonly<Record<string, number>>;
  readonly seed: number;
  /** Keeps each class's share in every part. */
  readonly stratify?: string;
  /** Rows with the same value stay in one part. */
  readonly group?: string;
  /** The column to be predicted, which the saved split names. */
  readonly target?: string;
}

export interface SplitMade {
  /** Row numbers of each part, ascending. The same request gives the same parts everywhere. */
  readonly parts: Parts;
  /** How often each class is in each part; nothing where no column was to be stratified by. */
  readonly classes: Readonly<Record<string, readonly ClassCount[]>>;
  /** The split as it is kept beside its data, in JSON. */
  readonly file: string;
}

/** A split that was kept in a file, without its rows. */
export interface SplitKept {
  readonly path: string;
  readonly rows: number;
  readonly seed: number;
  readonly shares: Readonly<Record<string, number>>;
  readonly target: string | null;
  readonly training: Training | null;
  /** Whether its rows are those of the table that was asked about. */
  readonly fits: boolean;
}

/** What is to be written into the file of a split. */
export interface SplitMark {
  readonly path: string;
  /** Its data: the file is refused where it is of other ones. Not asked for where the mark is taken away. */
  readonly table?: TableId;
  /** Null takes the mark away. */
  readonly training: (Pick<Training, 'data' | 'test'> & { readonly target: string }) | null;
}

/** A file of predictions, and what it is to be checked against. */
export interface PredictionsRequest {
  readonly path: string;
  /** The test data. */
  readonly table: TableId;
  /** The table whose column `label` holds the classes; without it any value may be predicted. */
  readonly train?: TableId;
  /** The columns that are asked for. */
  readonly id: string;
  readonly label: string;
  /** Names of files of the folder: where one follows the rule for what is handed in, this one has to. */
  readonly names: readonly string[];
}

export interface PredictionsReport {
  readonly faults: readonly Fault[];
  /** Of the test data. */
  readonly rows: number;
  /** The file's text with what needs no decision mended, and how many errors are left; null where nothing is. */
  readonly mended: { readonly text: string; readonly left: number } | null;
  /** As the file should be called; null where no rule is known. */
  readonly name: string | null;
}

/** What the extension host asks of the table process. Tables are numbered by it. */
export interface TableProtocol {
  /** Reads and understands the first block only. */
  open: Call<OpenRequest, Reply<Preview>>;
  /** Reads it all; columns may have been widened since the preview, and the notes say so. What needs rows loads first. */
  load: Call<
    { readonly table: TableId },
    Reply<{
      readonly rows: number;
      readonly columns: readonly Column[];
      readonly notes: readonly Note[];
    }>,
    { readonly bytes: number; readonly of: number }
  >;
  page: Call<
    {
      readonly table: TableId;
      readonly view: View;
      readonly from: number;
      readonly to: number;
      readonly columns: readonly string[];
      /** Characters of a cell that are given, 2,000 unless told; a longer cell is cut and ends in `…`. */
      readonly longest?: number;
    },
    /** Column by column, in the order asked; `rows` are the rows' places in the file, from 0. */
    Reply<{ readonly cells: readonly (readonly Cell[])[]; readonly rows: readonly number[] }>
  >;
  /** How many rows a filter leaves. */
  count: Call<
    { readonly table: TableId; readonly filter: readonly Condition[] },
    Reply<{ readonly rows: number }>
  >;
  profile: Call<
    { readonly table: TableId; readonly columns: readonly string[]; readonly exact?: boolean },
    Reply<{ readonly profiles: readonly ColumnProfile[] }>
  >;
  /** A read-only question in SQL; the loaded tables are called by the `name` of their previews. */
  query: Call<
    { readonly sql: string; readonly limit: number },
    Reply<{
      readonly columns: readonly string[];
      readonly rows: readonly (readonly Cell[])[];
      readonly more: boolean;
    }>
  >;
  target: Call<
    { readonly table: TableId; readonly target: string },
    Reply<{ readonly classes: readonly ClassCount[]; readonly ranked: readonly RankedFeature[] }>
  >;
  /** Pearson's r of every pair, row by row, of the numeric columns asked; NaN where one is constant. */
  correlation: Call<
    { readonly table: TableId; readonly columns: readonly string[] },
    Reply<{ readonly columns: readonly string[]; readonly r: Float32Array }>
  >;
  numbers: Call<{ readonly table: TableId; readonly columns: readonly string[] }, Reply<Numbers>>;
  findings: Call<
    { readonly table: TableId; readonly target?: string; readonly against?: TableId },
    Reply<{ readonly findings: readonly Finding[] }>,
    { readonly done: number; readonly of: number }
  >;
  /** A new table; keys without a partner are counted and some are named. */
  join: Call<
    JoinRequest,
    Reply<{
      readonly table: TableId;
      readonly name: string;
      readonly rows: number;
      readonly columns: readonly Column[];
      readonly unmatched: {
        readonly left: { readonly count: number; readonly keys: readonly string[] };
        readonly right: { readonly count: number; readonly keys: readonly string[] };
      };
    }>
  >;
  split: Call<SplitRequest, Reply<SplitMade>>;
  /** What files of splits hold; those that are none are left out. */
  splits: Call<
    { readonly paths: readonly string[]; readonly table?: TableId },
    Reply<{ readonly splits: readonly SplitKept[] }>
  >;
  /** The text of a split's file once it says that a model is to be trained with it, or no longer. */
  markSplit: Call<SplitMark, Reply<{ readonly text: string; readonly features: number }>>;
  predictions: Call<PredictionsRequest, Reply<PredictionsReport>>;
  /** Which files belong together, by their names; `clips` are the sound files one by one. */
  group: Call<
    { readonly files: readonly DataFile[]; readonly clips: readonly DataFile[] },
    Reply<{ readonly groups: readonly DataGroup[] }>
  >;
  /**
   * The pandas and scikit-learn lines for what is on the screen. `against` is what it is compared with. Files are named
   * as seen from `folder`, and without folders where there is none; that of a split is given by its path.
   */
  code: Call<
    {
      readonly table: TableId;
      readonly screens: readonly Screen[];
      readonly against?: TableId;
      readonly folder?: string;
      readonly comments: Comments;
    },
    Reply<{ readonly text: string }>
  >;
  close: Call<{ readonly table: TableId }, Reply<object>>;
}
