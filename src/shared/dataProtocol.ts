import type { Screen } from '../engine/table/code/screen.js';
import type { Column } from '../engine/table/column.js';
import type { Finding } from '../engine/table/finding.js';
import type { ProjectionRows } from './projectionViewProtocol.js';
import type { Call } from './rpc.js';
import type { Bundle } from './say.js';
import type { Cell, Reply, SplitMade, SplitRequest, TableProtocol } from './tableProtocol.js';

export type { Screen } from '../engine/table/code/screen.js';
export type { Column, ColumnKind } from '../engine/table/column.js';
export type { Finding, Severity } from '../engine/table/finding.js';
export type { ColumnProfile, NumericProfile } from '../engine/table/profile.js';

/** All that the view of a data file shows before it asks for more. */
export interface DataState {
  /** Grows whenever the table is another one: what was learned of an older one is to be forgotten. */
  readonly revision: number;
  /** The file's name, or how a joined table is called. */
  readonly title: string;
  /** What questions in SQL call the table. */
  readonly name: string;
  readonly bytes: number;
  readonly columns: readonly Column[];
  /** The first rows, row by row: all there is to show until `rows` is known. */
  readonly preview: readonly (readonly Cell[])[];
  /** Of the whole table; null until it was read to its end. */
  readonly rows: number | null;
  /** What was inferred while reading, one sentence each. */
  readonly notes: readonly string[];
  /** Why there is nothing to show, or not all; empty otherwise. */
  readonly trouble: string;
  /** The column to be predicted; empty until the person chose it. */
  readonly target: string;
}

/** Something to look at: a page, and there a column or some rows (their places in the file, from 0). */
export interface Place {
  readonly tab: string;
  readonly column?: string;
  readonly rows?: readonly number[];
}

/** What a page is told once. */
export interface DataSetup {
  readonly state: DataState;
  /** In which the page speaks: `es`, `en`. */
  readonly language: string;
  /** The page's sentences in that language, by the English ones. */
  readonly words: Bundle;
  /** What to look at first; null where that is the person's own last choice. */
  readonly place: Place | null;
}

export type SplitWish = Omit<SplitRequest, 'table' | 'target'>;

/** A question about the table that is shown: the editor knows which one that is. */
type About<K extends keyof TableProtocol> = Call<
  Omit<TableProtocol[K]['params'], 'table'>,
  TableProtocol[K]['result'],
  TableProtocol[K]['progress']
>;

/** Another data file of the folder, or a join, with which a table may be compared. */
export interface Partner {
  readonly id: string;
  readonly name: string;
  /** By its name it is the test data to this. */
  readonly likely: boolean;
}

/** The code for what is on the screen, and where it is to go. */
export interface CodeWish {
  readonly screens: readonly Screen[];
  /** The partner that is on the screen too; empty where there is none. */
  readonly against: string;
  readonly to: 'clipboard' | 'notebook';
}

export interface CodeGiven {
  /** The notebook that has it now; empty for the clipboard, and where the person thought better of it. */
  readonly notebook: string;
}

/** How many rows and classes each part of a split has. */
export interface SplitOutcome {
  readonly rows: Readonly<Record<string, number>>;
  readonly classes: SplitMade['classes'];
}

/** What the view asks of the editor. */
export interface DataEditorProtocol extends ProjectionRows {
  /** The page can draw: first thing after each load. */
  ready: Call<null, DataSetup>;
  page: About<'page'>;
  count: About<'count'>;
  profile: About<'profile'>;
  query: About<'query'>;
  target: About<'target'>;
  correlation: About<'correlation'>;
  partners: Call<null, readonly Partner[]>;
  /** Of the table alone where `against` is empty, else beside that partner; step by step. */
  findings: Call<
    { readonly against: string },
    Reply<{ readonly findings: readonly Finding[] }>,
    { readonly done: number; readonly of: number }
  >;
  /** Shows rows of a partner, by their places in it. */
  openPartner: Call<{ readonly id: string; readonly rows: readonly number[] }, null>;
  split: Call<SplitWish, Reply<SplitOutcome>>;
  /** Asks where to, and keeps the split there; the path is empty where the person thought better of it. */
  saveSplit: Call<SplitWish, Reply<{ readonly path: string }>>;
  /** Remembered for the file; an empty name takes the choice back. */
  chooseTarget: Call<string, null>;
  /** Puts a text into the clipboard. */
  copy: Call<string, null>;
  /** Puts the code that gives what is on the screen where it is wanted. */
  giveCode: Call<CodeWish, Reply<CodeGiven>>;
  /** Reads the file again, after a trouble or a change. */
  reload: Call<null, null>;
  /** Ends a reading that is under way. */
  stop: Call<null, null>;
}

/** What the editor tells the view, once it said `ready`. */
export interface DataViewProtocol {
  show: Call<DataState, null>;
  /** How much of the file was read so far. */
  progress: Call<{ readonly bytes: number; readonly of: number }, null>;
  go: Call<Place, null>;
  /** There are others to be compared with. */
  partnersChanged: Call<null, null>;
}
