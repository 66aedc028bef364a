import type { Mark, NumberMark } from './mark.js';
import { titleAt } from './source.js';
import { titleLevels } from './titles.js';

/**
 * Numbered lists are exercises in an exam and steps in a proof. They are taken for exercises where no
 * heading names exercises, where items have text of their own below them, and where they ask for something.
 */
export function decideNumbers(text: string, marks: readonly Mark[]): readonly Mark[] {
  const numbers = marks.flatMap((mark, index) => (mark.kind === 'number' ? [{ mark, index }] : []));
  const named = marks.some((mark) => mark.kind === 'open' && mark.scope === 'exercise');
  const exercises = named ? new Set<Mark>() : exercisesAmong(text, marks, numbers);
  return marks.map((mark): Mark => {
    if (mark.kind !== 'number') return mark;
    const { start, end } = mark;
    if (!exercises.has(mark)) return { kind: 'skip', start, end };
    const title = titleAt(text, start).trim();
    return { kind: 'open', start, end, scope: 'exercise', level: titleLevels.exercise, title };
  });
}

interface Numbered {
  readonly mark: NumberMark;
  readonly index: number;
}

function exercisesAmong(
  text: string,
  marks: readonly Mark[],
  numbers: readonly Numbered[],
): ReadonlySet<Mark> {
  const exercises = new Set<Mark>();
  let group: Numbered[] = [];
  const close = (): void => {
    if (areExercises(text, marks, group)) for (const { mark } of group) exercises.add(mark);
    group = [];
  };
  for (const number of numbers) {
    if (number.mark.value === 1) close();
    if (number.mark.value === group.length + 1) group.push(number);
  }
  close();
  return exercises;
}

function areExercises(text: string, marks: readonly Mark[], group: readonly Numbered[]): boolean {
  if (group.length < 2) return false;
  const loose = group.slice(0, -1).some((number, i) => {
    const next = group[i + 1];
    return next !== undefined && hasBody(text, marks, number, next);
  });
  if (!loose) return false;
  const asking = group.filter(({ mark }) => asks.test(text.slice(mark.end, mark.end + 300)));
  return asking.length * 2 >= group.length;
}

/** Paragraphs, displays or lettered parts between one number and the next. */
function hasBody(text: string, marks: readonly Mark[], from: Numbered, to: Numbered): boolean {
  for (let i = from.index + 1; i < to.index; i++) {
    const mark = marks[i];
    if (mark?.kind === 'formula' && mark.display) return true;
    if (mark?.kind === 'open') return true;
    if (mark?.kind === 'break' && mark.end > mark.start) {
      const after = text.slice(mark.end, Math.min(to.mark.start, mark.end + 400));
      if (after.trim() !== '') return true;
    }
  }
  return false;
}

/** Words that begin a task, and marks of one: a question mark, points. */
const asks =
  /^[\s*_(]*(?:\d+\s*p\w*\s*\)?\s*)?(?:calcul|consider|considér|demuestr|demostr|muestr|mostr|prueb|prob[ae]|deriv|deduz|deduc|obt[eé]n|obtener|encuentr|encontr|explic|expliqu|defin|describ|d[ae]d[oa]s?\b|sean?\b|supon|verifi|escrib|realic|realiz|implement|analic|analiz|responda|en relaci|use|usa|halle|hall|determin|compute|calculate|show|prove|deriv|find|let\b|consider|explain|define|describe|given|suppose|verify|write|implement|evaluate|what|how|why|for the)|\?|\(\s*\d+\s*(?:pts?|puntos|points)/i;
