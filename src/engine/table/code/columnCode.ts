import { pyList, pyString } from './python.js';
import type { Screen } from './screen.js';
import { cellsOf, joinSnippets, numbersOf, snippet, type Desk, type Snippet } from './snippet.js';

type Of<K extends Screen['kind']> = Extract<Screen, { kind: K }>;

/** Counts, missing and different values, and the spread of numbers. */
export function profileCode({ columns }: Of<'profile'>, desk: Desk): Snippet {
  const all = columns.length === desk.columns.length;
  const chosen = all ? desk.frame : `${desk.frame}[${pyList(columns.map(pyString))}]`;
  return snippet(desk, 'profile', [
    `chosen = ${chosen}`,
    "profile = chosen.describe(include='all').T",
    "profile['missing'] = chosen.isna().sum()",
    "profile['distinct'] = chosen.nunique()",
  ]);
}

/** How often each class occurs, and what always naming the commonest would score. */
export function classesCode({ target }: Of<'classes'>, desk: Desk): Snippet {
  return joinSnippets([
    snippet(desk, 'classes', [`classes = ${cellsOf(desk, target)}.value_counts()`]),
    snippet(desk, 'baseline', ['baseline = classes.max() / classes.sum()']),
  ]);
}

/** Each number's F of a one-way analysis of variance; rows without a value or a class are left out column by column. */
export function rankingCode({ target }: Of<'ranking'>, desk: Desk): Snippet {
  const columns = desk.columns.filter(({ name }) => name !== target);
  const numeric = columns.filter(({ kind }) => kind === 'integer' || kind === 'real');
  const X = numbersOf(
    { ...desk, columns },
    numeric.map(({ name }) => name),
  );
  const aside = desk.columns.find(({ name }) => name === target);
  const drop = aside?.kind === 'integer' || aside?.kind === 'real';
  return snippet(
    desk,
    'ranking',
    [
      `X = ${X}${drop ? `.drop(columns=${pyString(target)}, errors='ignore')` : ''}`,
      `y = ${cellsOf(desk, target)}`,
      'scores = {}',
      'for name in X.columns:',
      '    known = X[name].notna() & y.notna()',
      '    scores[name] = f_classif(X.loc[known, [name]], y[known].astype(str))[0][0]',
      'ranking = pd.Series(scores).sort_values(ascending=False)',
    ],
    ['import pandas as pd', 'from sklearn.feature_selection import f_classif'],
  );
}

/** Pearson's r of every pair of columns. */
export function correlationCode({ columns }: Of<'correlation'>, desk: Desk): Snippet {
  return snippet(desk, 'correlation', [`correlation = ${numbersOf(desk, columns)}.corr()`]);
}
