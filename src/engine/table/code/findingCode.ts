import type { FindingCode } from '../finding.js';
import { pyList, pyString, type Python } from './python.js';
import type { Screen } from './screen.js';
import { joinSnippets, snippet, type Desk, type Snippet } from './snippet.js';

type Findings = Extract<Screen, { kind: 'findings' }>;

/** What a check looks at: `df`, perhaps `test` beside it, columns, and the target. */
interface Checked {
  readonly df: Python;
  readonly columns: readonly Python[];
  /** The first of the columns. */
  readonly column: Python;
  readonly target: Python;
}

interface Check {
  readonly lines: (checked: Checked) => readonly Python[];
  readonly imports?: readonly string[];
  /** Needs columns that are numbers in both tables, as `both`. */
  readonly both?: true;
}

/** The lines that find the same again, a check for each finding. The table to compare with is in `test`. */
export function findingsCode(screen: Findings, desk: Desk): Snippet {
  const found = CODES.flatMap((code) => screen.found.filter((each) => each.code === code));
  const shared = found.some(({ code }) => CHECKS[code].both === true) ? [sharedNumbers(desk)] : [];
  const checks = found.map(({ code, columns }) => {
    const checked = checkedOf(columns, screen, desk);
    return snippet(desk, code, CHECKS[code].lines(checked), CHECKS[code].imports ?? []);
  });
  // Some checks look at all columns: what they find of several is found by the same lines.
  const different = new Map(checks.map((check) => [check.lines.join('\n'), check]));
  return joinSnippets([...shared, ...different.values()]);
}

function checkedOf(names: readonly string[], { target }: Findings, { frame }: Desk): Checked {
  const columns = names.map(pyString);
  return {
    df: frame,
    columns,
    column: columns[0] ?? `${frame}.columns[0]`,
    target: target === undefined ? `${frame}.columns[-1]` : pyString(target),
  };
}

function sharedNumbers(desk: Desk): Snippet {
  const numbers = (frame: string): string => `${frame}.select_dtypes('number').columns`;
  return snippet(desk, 'against', [
    `both = ${numbers(desk.frame)}.intersection(${numbers('test')})`,
  ]);
}

const STANDARD = [
  'from sklearn.impute import SimpleImputer',
  'from sklearn.pipeline import make_pipeline',
  'from sklearn.preprocessing import StandardScaler',
];

const CHECKS: Readonly<Record<FindingCode, Check>> = {
  'column.missing': { lines: ({ df }) => [`missing = ${df}.columns.difference(test.columns)`] },
  'column.extra': { lines: ({ df }) => [`extra = test.columns.difference(${df}.columns)`] },
  'column.kind': {
    lines: ({ df }) => [
      `kinds = pd.DataFrame({'train': ${df}.dtypes, 'test': test.dtypes}).dropna()`,
      "kinds = kinds[kinds['train'] != kinds['test']]",
    ],
    imports: ['import pandas as pd'],
  },
  'column.scale': {
    lines: ({ df }) => [`scale = (test[both].std() / ${df}[both].std()).sort_values()`],
    both: true,
  },
  'column.drift': {
    lines: ({ df }) => [
      'drift = pd.Series({',
      `    name: ks_2samp(${df}[name].dropna(), test[name].dropna()).statistic for name in both`,
      '}).sort_values(ascending=False)',
    ],
    imports: ['import pandas as pd', 'from scipy.stats import ks_2samp'],
    both: true,
  },
  'column.constant': {
    lines: ({ df }) => [`constant = [name for name in ${df}.columns if ${df}[name].nunique() < 2]`],
  },
  'column.idLike': {
    lines: ({ df }) => [`id_like = [name for name in ${df}.columns if ${df}[name].is_unique]`],
  },
  'column.duplicate': { lines: ({ df }) => [`duplicate = ${df}.columns[${df}.T.duplicated()]`] },
  'column.decimalComma': {
    lines: ({ df, column }) => [
      `commas = ${df}[${column}].astype(str).str.fullmatch(r'-?\\d+,\\d+').mean()`,
    ],
  },
  'column.lostZeros': {
    lines: ({ df, column }) => [
      `lengths = ${df}[${column}].dropna().astype(str).str.len().value_counts()`,
    ],
  },
  'column.bigId': {
    lines: ({ df, column }) => [`largest = ${df}[${column}].dropna().astype(str).map(int).max()`],
  },
  'column.target': {
    lines: ({ df, column, target }) => [`table = pd.crosstab(${df}[${column}], ${df}[${target}])`],
    imports: ['import pandas as pd'],
  },
  'category.unseen': {
    lines: ({ df, columns }) => [
      `unseen = {name: set(test[name].dropna()) - set(${df}[name].dropna()) for name in ${pyList(columns)}}`,
    ],
  },
  'class.imbalance': {
    lines: ({ df, target }) => [`shares = ${df}[${target}].value_counts(normalize=True)`],
  },
  'rows.ids': {
    lines: ({ df, column }) => [`shared_ids = set(${df}[${column}]) & set(test[${column}])`],
  },
  'rows.duplicate': { lines: ({ df }) => [`repeated = ${df}[${df}.duplicated(keep=False)]`] },
  'rows.shared': { lines: ({ df }) => [`shared_rows = ${df}.merge(test)`] },
  'rows.nearDuplicate': {
    lines: ({ df }) => [
      "scale = make_pipeline(SimpleImputer(strategy='median'), StandardScaler())",
      `near = NearestNeighbors(n_neighbors=1).fit(scale.fit_transform(${df}[both]))`,
      'distances, rows = near.kneighbors(scale.transform(test[both]))',
    ],
    imports: [...STANDARD, 'from sklearn.neighbors import NearestNeighbors'],
    both: true,
  },
  'rows.group': {
    lines: ({ df, column }) => [`shared_groups = set(${df}[${column}]) & set(test[${column}])`],
  },
};

/** In the order of the table. */
const CODES = Object.keys(CHECKS) as readonly FindingCode[];
