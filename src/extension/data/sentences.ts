/** What the editor itself says about data files; the pages' own sentences are in `dataWords`. */
export const dataSentences = {
  treeColumns: '{columns} columns',
  treeClips: '{count} clips',
  treeClip: 'one clip',
  treeFindings: '{count} to look at',
  treeUnread: 'could not be read',
  pickFile: 'Which data file?',
  pickOther: 'Join {name} with which file?',
  pickKey: 'By which column? Rows with the same value become one.',
  noFiles: 'There are no data files in the folder that is open.',
  noOther: 'There is no other data file to join {name} with.',
  noKey: '{left} and {right} have no column of the same name.',
  pickNotebook: 'Which notebook gets the code?',
  newNotebook: 'A new notebook',
  codeCopied: 'The pandas code that reads {name} the same way was copied.',
  joinedAll: 'Every row of {name} has a partner.',
  joinedSome: '{count} rows of {name} have no partner and were left out: {keys}.',
} as const;
