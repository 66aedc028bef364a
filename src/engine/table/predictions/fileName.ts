/** Who hands in what: the parts of `Tarea001_Ana_Solis.csv`. */
export interface SubmissionName {
  /** From 1 to 999. */
  readonly assignment: number;
  readonly first: string;
  readonly last: string;
}

/** The name by the rule `TareaXXX_Nombre_Apellido`: three digits, no accents, no spaces. */
export function submissionName(
  { assignment, first, last }: SubmissionName,
  extension: string,
): string {
  const number = String(Math.max(0, Math.trunc(assignment))).padStart(3, '0');
  return `Tarea${number}_${joined(first)}_${joined(last)}.${extension}`;
}

/** The parts of a file's name that follows the rule, whatever its extension. */
export function readSubmissionName(name: string): SubmissionName | undefined {
  const match = PATTERN.exec(name);
  if (match === null) return undefined;
  const [, assignment = '', first = '', last = ''] = match;
  return { assignment: Number(assignment), first, last };
}

export function isSubmissionName(name: string, extension: string): boolean {
  return readSubmissionName(name) !== undefined && name.endsWith(`.${extension}`);
}

const PATTERN = /^Tarea(\d{3})_([A-Za-z][A-Za-z-]*)_([A-Za-z][A-Za-z-]*)\.[a-z]+$/;

/** `María José` is `MariaJose`: a space would end the name in a terminal, an accent in an archive. */
function joined(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}-]+/u)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
    .replace(/[^A-Za-z-]/g, '');
}
