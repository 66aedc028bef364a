import type { ColumnKind } from '../engine/table/column.js';
import type { FindingCode } from '../engine/table/finding.js';
import type { Wordings } from './words.js';

/** What was found; `column` is the worst, `more` how many there are besides it. */
export const findingWords: Readonly<Record<FindingCode, Wordings>> = {
  'column.missing': [
    '{column} and {more} more columns are not in the test file.',
    '{column} is not in the test file.',
    'A column is not in the test file.',
  ],
  'column.extra': [
    '{column} and {more} more columns are only in the test file.',
    '{column} is only in the test file.',
    'A column is only in the test file.',
  ],
  'column.kind': [
    '{column} holds {kind} here and {otherkind} in the test file.',
    'A column holds other things in the test file.',
  ],
  'column.scale': [
    '{column} and {more} more columns have another scale in the test file: {factor} times as wide.',
    '{column} has another scale in the test file: {factor} times as wide.',
    'A column has another scale in the test file.',
  ],
  'column.drift': [
    '{column} and {more} more columns are distributed differently in the test file (distance {distance}).',
    '{column} is distributed differently in the test file (distance {distance}).',
    'A column is distributed differently in the test file.',
  ],
  'column.constant': [
    '{column} and {more} more columns have the same value in every row.',
    '{column} has the same value in every row.',
    'A column has the same value in every row.',
  ],
  'column.idLike': [
    '{column} and {more} more columns are different in every row.',
    '{column} is different in every row.',
    'A column is different in every row.',
  ],
  'column.duplicate': [
    '{column} and {other} hold the same values.',
    'Two columns hold the same values.',
  ],
  'column.decimalComma': [
    '{column} holds numbers with a decimal comma, which were read as text.',
    'A column holds numbers with a decimal comma, which were read as text.',
  ],
  'column.lostZeros': [
    '{column} has lost its leading zeros: {cells} codes are shorter than {digits} digits.',
    '{column} has lost its leading zeros in one of the files.',
    'A column has lost its leading zeros.',
  ],
  'column.bigId': [
    '{column} and {more} more columns hold whole numbers beyond 2⁵³, which lose digits as floats.',
    '{column} holds whole numbers beyond 2⁵³, which lose digits as floats.',
    'A column holds whole numbers beyond 2⁵³, which lose digits as floats.',
  ],
  'column.target': [
    '{column} alone gives {target} in {percent} % of the rows: it says the answer.',
    'A column says the answer.',
  ],
  'category.unseen': [
    '{column} has “{value}” in the test file, which here is written “{like}”.',
    '{column} has values in the test file that are not here: “{value}”; rows: {rows}.',
    'A column has values in the test file that are not here.',
  ],
  'class.imbalance': [
    'The classes of {column} are unbalanced: “{most}” is {percent} % of the rows, “{least}” has {rows}.',
    'The classes are unbalanced.',
  ],
  'rows.ids': [
    '{rows} rows of the test file have a {column} that is also here.',
    'Rows of the test file have an identifier that is also here.',
  ],
  'rows.duplicate': ['{rows} rows repeat an earlier row.', 'Rows repeat earlier rows.'],
  'rows.shared': [
    '{rows} rows of the test file are also here, value for value.',
    'Rows of the test file are also here.',
  ],
  'rows.nearDuplicate': [
    '{rows} rows of the test file are nearly equal to a row here.',
    'Rows of the test file are nearly equal to rows here.',
  ],
  'rows.group': [
    '{groups} values of {column} are on both sides, such as “{name}”; test rows: {rows}.',
    'Groups are on both sides.',
  ],
};

/** What to do about it. */
export const findingRemedies: Readonly<Record<FindingCode, string>> = {
  'column.missing':
    'Train without these columns, or find the file that has them: the model cannot ask for them later.',
  'column.extra': 'Leave them out before predicting, so that both files have the same columns.',
  'column.kind': 'Read both files with the same types, and look at the first rows that differ.',
  'column.scale':
    'Look for another unit, or for one file that was standardised already; fit the scaler on train and apply it to both.',
  'column.drift':
    'Plot it in both files. A model that relies on it may do worse on test than validation says.',
  'column.constant': 'Drop it: it tells the model nothing, and standardising it divides by zero.',
  'column.idLike': 'Keep it to name the rows, and leave it out of the features.',
  'column.duplicate': 'Keep one of them.',
  'column.decimalComma': 'Read the file with decimal="," so that they become numbers.',
  'column.lostZeros': 'Read it as text (dtype=str) from the original file in both places.',
  'column.bigId': 'Read it as text or int64, never as float, and do not use it as a feature.',
  'column.target': 'Leave it out of the features unless it is known before the answer is.',
  'category.unseen':
    'Decide what the encoder does with unknown values, or write them alike in both files.',
  'class.imbalance':
    'Stratify the split, and report balanced accuracy or macro F1 beside the majority baseline.',
  'rows.ids':
    'Remove them from one side before training: the score would count what was learnt by heart.',
  'rows.duplicate': 'Drop the copies before splitting, or they end up on both sides.',
  'rows.shared': 'Remove them from one side: the score would count what was learnt by heart.',
  'rows.nearDuplicate':
    'Look at them side by side: copies with noise, or augmented before the split, belong on one side only.',
  'rows.group': 'Split by this column, so that each group is on one side only.',
};

/** Kinds of columns in the middle of a sentence. */
export const kindWords: Readonly<Record<ColumnKind, string>> = {
  boolean: 'yes or no',
  integer: 'whole numbers',
  bigint: 'very large whole numbers',
  real: 'numbers',
  date: 'dates',
  datetime: 'dates with times',
  code: 'codes',
  text: 'text',
};

/** What the page of the findings says besides them. */
export const findingLabels = {
  tabFindings: 'Findings',
  compareWith: 'Compare with',
  compareNone: 'no other file',
  lookAgain: 'Look Again',
  looking: 'Looking for mistakes in {name}…',
  lookingSteps: 'Looking for mistakes in {name}: {done} of {all} steps',
  working: 'At work',
  stop: 'Stop',
  stopped: 'Stopped before everything was looked at.',
  notYet: 'Mistakes are looked for once the whole file has been read.',
  noTarget: 'No target has been chosen: classes and leaks are not looked at.',
  chooseTarget: 'Choose the Target',
  tally: 'Errors: {errors} · Warnings: {warnings} · Notes: {infos}',
  clean: 'Nothing wrong found.',
  error: 'Mistake',
  warning: 'Warning',
  info: 'Note',
  showRows: 'Show the rows',
  showOtherRows: 'Show the rows of {name}',
  moreColumns: 'and {count} more',
} as const;

/** What the page of the split says. */
export const splitLabels = {
  tabSplit: 'Split',
  intro: 'Deals the rows to parts by chance. The same seed gives the same parts everywhere.',
  train: 'Training, %',
  validation: 'Validation, %',
  test: 'Test, %',
  seed: 'Seed',
  stratify: 'Keep the balance of',
  group: 'Keep together rows of one',
  noColumn: 'no column',
  make: 'Split Rows',
  save: 'Save as JSON…',
  numbers: 'The shares and the seed must be numbers; the seed must be whole.',
  outcome: 'How the rows came out',
  allRows: 'All rows',
  saved: 'Saved as {name}.',
  partTrain: 'Training',
  partValidation: 'Validation',
  partTest: 'Test',
} as const;
