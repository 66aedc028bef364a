/** What a heading or the first words of a paragraph announce. */
export type TitleKind = 'task' | 'exercise' | 'item' | 'subitem' | 'answer' | 'section';

/** Levels of scopes that no heading opened; headings have 1 to 6. */
export const titleLevels = { task: 7, exercise: 8, item: 9, subitem: 10 } as const;

/** The kind of scope that an announcement opens. A whole homework is a section: its exercises are apart. */
export function scopeOf(kind: Exclude<TitleKind, 'answer'>): 'section' | 'exercise' | 'item' {
  if (kind === 'item' || kind === 'subitem') return 'item';
  return kind === 'exercise' ? 'exercise' : 'section';
}

/** What a heading's title says. `Solución` and its like go on with what stands above them. */
export function readTitle(title: string): TitleKind {
  const text = title.replace(markup, '').trim();
  if (answer.test(text)) return 'answer';
  if (exerciseTitle.test(text)) return tasks.test(text) ? 'task' : 'exercise';
  return itemTitle.test(text) ? 'item' : 'section';
}

/** The label at the start of a paragraph, with markup before it: `**Ejercicio 3.** Sea ...`, `(b) ...`. */
export interface Label {
  readonly kind: Exclude<TitleKind, 'answer' | 'section'>;
  /** As in the text: `Ejercicio 3`, `b`. */
  readonly label: string;
}

/** Reads a paragraph's label from its first line, or null. */
export function readLabel(line: string): Label | null {
  const start = line.slice(0, 160).replace(leadingMarkup, '');
  const exercise = labelledExercise.exec(start);
  if (exercise !== null) {
    const kind = tasks.test(start) ? 'task' : 'exercise';
    return { kind, label: (exercise[1] ?? '').trim() };
  }
  const item = labelledItem.exec(start) ?? bracketedItem.exec(start);
  const label = item?.[1];
  if (label === undefined) return null;
  return { kind: label.length > 1 ? 'subitem' : 'item', label };
}

const exerciseWords =
  'ejercicio|problema|pregunta|actividad|exercise|problem|question|tarea|pr[aá]ctica|task|homework|assignment|laboratorio|reto|quiz';
const itemWords = 'inciso|apartado|literal|parte|part|[íi]tem|item|subproblema';
const answerWords =
  'soluci[oó]n(?:es)?|respuestas?|desarrollo|resoluci[oó]n|demostraci[oó]n|prueba|procedimiento|derivaci[oó]n|solutions?|answers?|proof|derivation|working';

const number = String.raw`(?:n[oº°]?\.?|n[uú]m(?:ero)?\.?|number|#)?\s{0,3}#?\s{0,3}(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVX]{1,5}|[A-Za-z])(?![\p{L}\d])`;

const markup = /[*_#`{}]|\\(?:textbf|textit|emph|underline|large|Large)\b/g;
const leadingMarkup =
  /^(?:[*_\s{>#]|\\(?:textbf|textit|emph|underline|noindent|large|Large|bf|bfseries|medskip|bigskip|smallskip)\b)*/;

const exerciseTitle = new RegExp(
  `^(?:\\d{1,2}[.)]?\\s{0,3})?(?:${exerciseWords})\\s{1,3}${number}`,
  'iu',
);
const itemTitle = new RegExp(
  `^(?:(?:${itemWords})\\s{1,3}\\(?[a-z]\\)?(?![\\p{L}\\d])|\\(?[a-z]\\)(?!\\p{L}))`,
  'iu',
);
const answer = new RegExp(`^(?:${answerWords})\\s{0,3}[:.]?$`, 'iu');

const tasks = /^(?:tarea|pr[aá]ctica|homework|assignment|laboratorio|quiz)/i;
const labelledExercise = new RegExp(
  `^((?:${exerciseWords})\\s{1,3}${number})\\s{0,3}(?:$|[.:)|(}*_,\\[\\r\\n—–-])`,
  'iu',
);
const labelledItem = new RegExp(
  `^(?:${itemWords})\\s{1,3}\\(?([a-z])(?:\\)|\\s{0,3}(?:$|[.:|)}*—–-]))`,
  'iu',
);
const bracketedItem = /^\(?([a-z]|i{1,3}|iv|vi{0,3}|ix)\)[*_}]{0,3}(?=\s|$|[.:])/;
