import type { FaultCode } from '../engine/table/predictions/fault.js';
import type { Wordings } from './words.js';

/** What is wrong with a file of predictions, as it is said at one of its places. */
export const faultWords: Readonly<Record<FaultCode, Wordings>> = {
  'file.empty': ['The file is empty: there is no prediction in it.'],
  'file.binary': ['This is no text file; it may be a spreadsheet that was renamed.'],
  'file.large': [
    'The file is larger than {megabytes} MB, which no file of predictions is.',
    'The file is too large to be checked.',
  ],
  'file.encoding': [
    'The file is written in {encoding}, not in UTF-8.',
    'The file is not written in UTF-8.',
  ],
  'file.mark': ['The file begins with a byte order mark, which some readers take for a letter.'],
  'file.delimiter': [
    'The cells are separated by “{delimiter}”, not by commas.',
    'The cells are not separated by commas.',
  ],
  'file.name': [
    '{name} is not named by the rule TareaXXX_Nombre_Apellido.csv.',
    'The file is not named by the rule TareaXXX_Nombre_Apellido.csv.',
  ],
  'header.missing': [
    'The first line should be {expected}: there is no header.',
    'There is no header.',
  ],
  'header.name': [
    'This column is called “{name}” and should be called “{expected}”.',
    'This column is not called as it should be.',
  ],
  'column.missing': ['There is no column {column}.', 'A column is missing.'],
  'column.index': ['These are row numbers that pandas wrote beside the data.'],
  'column.extra': [
    'The column “{name}” is not asked for.',
    'There is a column that is not asked for.',
  ],
  'column.order': [
    '{idcolumn} should stand before {labelcolumn}.',
    'The columns are in the wrong order.',
  ],
  'row.cells': [
    'This row does not have {cells} cells, as the first one has.',
    'This row has another number of cells than the first one.',
  ],
  'row.count': [
    'There are {rows} predictions, and the test file has {expected} rows.',
    'There are not as many predictions as rows in the test file.',
  ],
  'id.empty': ['The identifier is missing.'],
  'id.form': [
    '“{id}” is written {expected} in the test file.',
    'This identifier is written otherwise in the test file.',
  ],
  'id.unknown': ['“{id}” is not in the test file.', 'This identifier is not in the test file.'],
  'id.duplicate': [
    '{id} has a prediction on line {expected} already.',
    'This identifier has a prediction already.',
  ],
  'id.missing': [
    '{rows} rows of the test file have no prediction: {ids}.',
    'Rows of the test file have no prediction.',
  ],
  'id.order': ['The rows are in another order than in the test file. That is allowed.'],
  'label.empty': ['The class is missing.'],
  'label.spelling': [
    '“{label}” is written “{expected}” in the training data.',
    'This class is written otherwise in the training data.',
  ],
  'label.number': [
    '“{label}” is the number of a class, and its name is asked for: {labels}.',
    'This is the number of a class, and its name is asked for.',
  ],
  'label.probability': [
    '“{label}” is a probability, and the name of a class is asked for.',
    'These are probabilities, and the name of a class is asked for.',
  ],
  'label.unknown': ['“{label}” is none of the classes: {labels}.', 'This is none of the classes.'],
  'label.constant': [
    'Every row is predicted as “{label}”.',
    'Every row is predicted as the same class.',
  ],
};

/** What to do about it. */
export const faultRemedies: Readonly<Record<FaultCode, string>> = {
  'file.empty': 'Write the predictions again and look at the file before handing it in.',
  'file.binary': 'Export it as CSV, or write it with to_csv.',
  'file.large': 'Check that the right file was chosen.',
  'file.encoding': 'Write it with to_csv(..., encoding="utf-8").',
  'file.mark': 'Write it with encoding="utf-8" and not "utf-8-sig".',
  'file.delimiter': 'Write it with to_csv(..., sep=",").',
  'file.name': 'Rename it, with three digits for the assignment and without accents or spaces.',
  'header.missing': 'Write it with to_csv(..., header=True) and name the columns.',
  'header.name': 'Rename the column with df.rename(columns={...}) before writing.',
  'column.missing':
    'Add the column before writing; both the identifier and the class are asked for.',
  'column.index': 'Write it with to_csv(..., index=False).',
  'column.extra': 'Write only the two columns that are asked for.',
  'column.order': 'Choose the columns in the order that is asked for: df[["id", "class"]].',
  'row.cells': 'Look for a comma within a cell, which needs quotes, or for one too many.',
  'row.count': 'Predict once for each row of the test file; do not drop rows with missing values.',
  'id.empty': 'Take the identifiers from the test file, row by row.',
  'id.form': 'Read the identifiers with dtype=str, so that they are written as they were.',
  'id.unknown': 'Take the identifiers from the test file, not from the training file or the index.',
  'id.duplicate': 'Keep one prediction for each identifier: look for a join that repeated rows.',
  'id.missing': 'Predict for these rows too; fill in what is missing in their features.',
  'id.order': 'Nothing has to be done.',
  'label.empty': 'Look for rows that the model gave no class, as after a join or a missing value.',
  'label.spelling':
    'Write the classes exactly as the training data do, without spaces around them.',
  'label.number': 'Turn numbers into names with encoder.inverse_transform(...) or classes[index].',
  'label.probability': 'Take the most likely class: classes[probabilities.argmax(axis=1)].',
  'label.unknown': 'Use the classes of the training data, and look for a wrong column or encoder.',
  'label.constant':
    'Look at the confusion matrix: a model that names one class has often not learnt, or its features were not scaled.',
};

/** What the editor says around the faults. */
export const predictionSentences = {
  pickPredictions: 'Which file holds the predictions?',
  pickTest: 'Which file holds the test data that {name} predicts?',
  pickTrain: 'Which file holds the training data, with the classes?',
  noTrain: 'None: do not check the classes',
  pickId: 'Which column names the rows?',
  pickLabel: 'What is the predicted column called?',
  noFiles: 'There is no data file in the folder that is open.',
  noTest: 'There is no other data file beside {name} to check it against.',
  right: '{name} can be handed in: {rows} predictions, nothing wrong.',
  wrong: '{name} has {count} kinds of faults; they are listed in Problems.',
  write: 'Write a Corrected File',
  left: 'Written as {name}. Kinds of mistakes that only you can mend: {count}.',
  written: 'Written as {name}: nothing wrong in it.',
  more: '{count} places in all.',
} as const;
