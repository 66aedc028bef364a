import type { CommentCode, Comments } from '../engine/table/code/screen.js';
import type { FindingCode } from '../engine/table/finding.js';
import { findingWords } from './findingWords.js';
import type { Say } from './say.js';

/** Comments in the code that is copied: what the lines below are for. */
export const codeWords: Readonly<Record<Exclude<CommentCode, FindingCode>, string>> = {
  read: 'Read the file as it is written',
  flatten: 'One name for each column, and the index as a column',
  filter: 'Keep the rows that meet every condition',
  sort: 'Sort the rows; missing values come last',
  rows: 'Keep the rows that were chosen',
  profile: 'Describe each column: values, missing ones, different ones, spread',
  classes: 'Count the rows of each class',
  baseline: 'The accuracy of always answering the commonest class',
  ranking: 'Rank the numbers by how well they tell the classes apart (ANOVA F)',
  numbers: 'The columns that are projected; infinite values count as missing',
  together: 'Both files together, in the columns that both have',
  correlation: 'Pearson correlation of every pair of columns',
  standardise: 'Fill what is missing with the median, then standardise',
  pca: 'Principal components and the share of the variance that each explains',
  tsne: 't-SNE of the components in two dimensions',
  umap: 'UMAP of the components in two dimensions',
  umapInstall: 'Needs the package umap-learn: pip install umap-learn',
  draw: 'Draw the points',
  join: 'Join the rows that have the same key',
  unmatched: 'The rows whose key has no partner',
  splitSaved: 'The parts of the split that was saved',
  splitDrawn: 'Parts of the same size; a saved split gives the same rows',
  features: 'The features of each part, and the column to predict',
  testFeatures: 'The same features of the rows to predict in the end',
  sqlInstall: 'Needs the package duckdb: pip install duckdb',
  sqlNames: 'Let the question find the data frames under the names of the tables',
  sql: 'Ask the question in SQL; columns are called as in the data frames',
  against: 'The columns that are numbers in both tables',
};

/** All comments in the language of `say`; a check is called by what it finds. */
export function commentsIn(say: Say): Comments {
  const rows = Object.entries(codeWords).map(([code, sentence]) => [code, say(sentence)]);
  const found = Object.entries(findingWords).map(([code, wordings]) => [
    code,
    say(wordings[wordings.length - 1] ?? wordings[0]).replace(/\.$/, ''),
  ]);
  return Object.fromEntries([...rows, ...found]) as Comments;
}
