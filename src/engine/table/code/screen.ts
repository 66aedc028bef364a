import type { Column } from '../column.js';
import type { Dialect } from '../dialect.js';
import type { FindingCode } from '../finding.js';

/** Where the rows on the screen come from. */
export type CodeSource =
  | {
      readonly kind: 'text';
      readonly fileName: string;
      readonly dialect: Dialect;
      readonly columns: readonly Column[];
    }
  | {
      readonly kind: 'parquet' | 'json';
      readonly fileName: string;
      readonly columns: readonly Column[];
    }
  | {
      readonly kind: 'join';
      readonly left: CodeSource;
      readonly right: CodeSource;
      readonly on: string;
      readonly columns: readonly Column[];
    };

/** A condition of a filter; `value` is what the person typed. */
export interface CodeCondition {
  readonly column: string;
  readonly test: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'contains' | 'missing' | 'present';
  readonly value: string;
}

/** What is on the screen. */
export type Screen =
  | { readonly kind: 'open' }
  | {
      readonly kind: 'view';
      readonly filter: readonly CodeCondition[];
      readonly sort: readonly { readonly column: string; readonly descending: boolean }[];
      /** Only these rows, by their places in the file, from 0. */
      readonly rows?: readonly number[];
    }
  | { readonly kind: 'profile'; readonly columns: readonly string[] }
  | { readonly kind: 'classes'; readonly target: string }
  | { readonly kind: 'ranking'; readonly target: string }
  | { readonly kind: 'correlation'; readonly columns: readonly string[] }
  | ({ readonly kind: 'pca' } & Projected & {
        /** Those that are drawn, from 0. */
        readonly axes: readonly [number, number];
      })
  | ({ readonly kind: 'tsne' } & Projected & {
        readonly perplexity: number;
        readonly iterations: number;
        readonly seed: number;
      })
  | ({ readonly kind: 'umap' } & Projected & {
        readonly neighbours: number;
        readonly minDistance: number;
        readonly epochs: number;
        readonly seed: number;
      })
  | {
      readonly kind: 'split';
      /** The split that was saved; absent while there is none, and then the rows are other ones. */
      readonly fileName?: string;
      readonly shares: Readonly<Record<string, number>>;
      readonly seed: number;
      readonly stratify?: string;
      readonly group?: string;
      /** The column to be predicted, which is then told apart from the features. */
      readonly target?: string;
      /** What a model may learn from; all but the target where they are absent. */
      readonly features?: readonly string[];
      /** Rows to be predicted in the end. */
      readonly against?: CodeSource;
    }
  | {
      readonly kind: 'sql';
      readonly question: string;
      /** What the question calls the table. */
      readonly name: string;
      /** Further tables that the question is about. */
      readonly others?: readonly { readonly name: string; readonly source: CodeSource }[];
    }
  | {
      readonly kind: 'findings';
      readonly found: readonly CodeFinding[];
      readonly target?: string;
      readonly against?: CodeSource;
    };

/** One finding, and the columns that it is about. */
export interface CodeFinding {
  readonly code: FindingCode;
  readonly columns: readonly string[];
}

/** Rows as points of a plane, by way of their first principal components. */
interface Projected {
  readonly columns: readonly string[];
  readonly components: number;
  /** The column that colours the points; absent where they have one colour. */
  readonly colour?: string;
  /** A table whose rows are below those of the first. */
  readonly against?: CodeSource;
}

/** What the lines are for, in the student's language. */
export type CommentCode =
  | 'read'
  | 'flatten'
  | 'filter'
  | 'sort'
  | 'rows'
  | 'profile'
  | 'classes'
  | 'baseline'
  | 'ranking'
  | 'numbers'
  | 'together'
  | 'correlation'
  | 'standardise'
  | 'pca'
  | 'tsne'
  | 'umap'
  | 'umapInstall'
  | 'draw'
  | 'join'
  | 'unmatched'
  | 'splitSaved'
  | 'splitDrawn'
  | 'features'
  | 'testFeatures'
  | 'sqlInstall'
  | 'sqlNames'
  | 'sql'
  | 'against'
  | FindingCode;

export type Comments = Readonly<Record<CommentCode, string>>;
