import type { Scope } from './outline.js';
import type { CloseMark, OpenMark } from './scan/mark.js';
import { titleLevels } from './scan/titles.js';

/** More scopes than a document can mean: from here on the last one goes on. */
const MAX_SCOPES = 5000;

/** The tree of scopes as it grows with the text. */
export class ScopeTree {
  readonly #scopes: Scope[] = [{ id: 0, kind: 'document', parent: null, title: '', level: 0 }];
  readonly #open: Scope[] = [...this.#scopes];

  get scopes(): readonly Scope[] {
    return this.#scopes;
  }

  /** The id of the innermost scope. */
  get current(): number {
    return this.#open.at(-1)?.id ?? 0;
  }

  /** Parts (`a)`) belong to an exercise: under a heading deep or not, and to nothing where there is none. */
  enter(mark: OpenMark): void {
    if (this.#scopes.length >= MAX_SCOPES) return;
    const exercise = this.#open.findLast((scope) => scope.kind === 'exercise');
    if (mark.scope === 'item' && exercise === undefined && mark.level >= titleLevels.item) return;
    const { scope: kind, title } = mark;
    const level = kind === 'item' ? Math.max(mark.level, (exercise?.level ?? 0) + 1) : mark.level;
    this.#leave(level);
    const scope = { id: this.#scopes.length, kind, parent: this.current, title, level };
    this.#scopes.push(scope);
    this.#open.push(scope);
  }

  /** `## Respuesta` under an exercise that no heading opened is a word, not the end of the exercise. */
  close(mark: CloseMark): void {
    const exercise = this.#open.findLast((scope) => scope.kind === 'exercise');
    if (exercise === undefined || exercise.level <= mark.level) this.#leave(mark.level + 1);
  }

  #leave(level: number): void {
    while (this.#open.length > 1 && (this.#open.at(-1)?.level ?? 0) >= level) this.#open.pop();
  }
}
