/** Every sentence of the command line's that is not about a step. */
export const sentences = {
  usage: 'Usage: tarea check FILE… [--format text|json] [--lang es|en] [--time]',
  helpAbout:
    'Checks every step of the derivations in .tex, .ltx, .md, .markdown, .txt and .ipynb files.',
  helpFormat: 'for people (text) or for programs (json); text unless said',
  helpLang: 'Spanish or English; the language of the environment unless said',
  helpTime: 'also tell how many milliseconds the reading and the checking took',
  helpHelp: 'show this and stop',
  helpExit:
    'Exit code: 0 nothing wrong, 1 something is wrong, 2 a file or an option could not be read.',
  unknownVerb: 'There is no command {verb}. The command is: check',
  unknownOption: 'There is no option {option}.',
  badValue: 'The option {option} takes one of: {values}.',
  noFiles: 'Name at least one file to check.',
  missing: 'There is no such file. Check its name and folder.',
  folder: 'This is a folder. Name the files in it.',
  notRegular: 'This is not an ordinary file.',
  notUtf8: 'The file is not UTF-8 text. Save it with the encoding UTF-8.',
  unreadable: 'The file cannot be read: {reason}.',
  cell: 'cell {cell}',
  fix: 'Fix:',
  because: 'wrong because of the mistake at {place}',
  noSteps: 'There is no step to check.',
  clean: 'Nothing wrong found.',
  unread: '{count} not read.',
  time: 'Read in {parse} ms, checked in {check} ms.',
} as const;
