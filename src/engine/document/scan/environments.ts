/** A mathematical environment; `arguments` counts the braces after `\begin{name}` that are no mathematics. */
export interface MathEnvironment {
  readonly display: boolean;
  readonly arguments: number;
}

const display: MathEnvironment = { display: true, arguments: 0 };
const withArgument: MathEnvironment = { display: true, arguments: 1 };

/** Environments whose content is mathematics, by name without the star. */
export const mathEnvironments: ReadonlyMap<string, MathEnvironment> = new Map([
  ['equation', display],
  ['align', display],
  ['gather', display],
  ['multline', display],
  ['eqnarray', display],
  ['flalign', display],
  ['dmath', display],
  ['dgroup', display],
  ['displaymath', display],
  ['math', { display: false, arguments: 0 }],
  ['alignat', withArgument],
  ['xalignat', withArgument],
  ['xxalignat', withArgument],
  ['IEEEeqnarray', withArgument],
  ['empheq', withArgument],
]);

/** Environments that hold no text to read: code, drawings, comments. */
export const opaqueEnvironments: ReadonlySet<string> = new Set([
  'verbatim',
  'Verbatim',
  'lstlisting',
  'minted',
  'comment',
  'tikzpicture',
  'pgfpicture',
  'circuitikz',
  'filecontents',
  'python',
  'pycode',
  'thebibliography',
]);

/** Environments that state a task: each is a scope that lasts until the next one. */
export const exerciseEnvironments: ReadonlySet<string> = new Set([
  'exercise',
  'problem',
  'question',
  'ejercicio',
  'problema',
  'pregunta',
  'actividad',
  'homeworkProblem',
  'exercisebox',
  'ej',
  'prob',
  'questao',
]);
