/** Every sentence of the editor's that is not about a step; spoken through `Say`. */
export const sentences = {
  checkedAllHolds: 'Nothing wrong found: {holds} steps hold, {unchecked} were not checked.',
  checkedFound: '{fails} wrong, {slips} in notation. They are underlined and listed in Problems.',
  nothingOpen: 'Open a LaTeX, Markdown or notebook file, then check its derivations.',
  notCheckable: '{name} is neither LaTeX, Markdown nor a notebook, so there is nothing to check.',
  noFormulas: 'There are no formulas in {name}.',
  noSteps: 'The formulas in {name} state no step: there is no relation such as = to check.',
  showSteps: 'Show Steps',
  tookTooLong:
    'Checking {name} took too long and was stopped. The rest of the editor is not affected.',
  ranOut:
    'Checking {name} stopped: it needed too much memory. The rest of the editor is not affected.',
  bug: 'Checking {name} failed because of an error in Tarea itself.',
  copyDetails: 'Copy Details',
  firstMistake: 'The first mistake is here.',
  hoverCounterexample: 'Counterexample',
  hoverLeft: 'left side',
  hoverRight: 'right side',
  hoverAssumed: 'Read as follows:',
  statusName: 'Tarea: derivations',
  statusChecking: 'Checking the derivations…',
  statusTooltip:
    '{fails} wrong, {slips} in notation, {holds} hold, {unchecked} not checked. Click to see the steps.',
  statusFailed: 'The derivations could not be checked. Click to try again.',
  stepsNone: 'Open a LaTeX, Markdown or notebook file to see its derivations step by step.',
  stepsNotYet: 'The derivations of this document have not been checked.',
  stepsSummary:
    '{fails} wrong · {slips} in notation · {holds} hold · {given} given · {unchecked} not checked',
  stepsNothingWrong:
    'Nothing wrong found. Put the cursor on a step to see on what ground it holds.',
  stepsMore: 'Only the first {count} steps are listed.',
  stepsFilter: 'Steps to list',
  stepsFilterWrong: 'What is wrong, and the step at the cursor',
  stepsFilterAll: 'All steps',
  stepsGoTo: 'Show in the text',
  stepsUnanswered: 'The editor did not answer. Close this view and open it again.',
  spotLine: 'line {line}',
  spotCell: 'cell {cell}, line {line}',
  checkNow: 'Check Derivations',
} as const;
