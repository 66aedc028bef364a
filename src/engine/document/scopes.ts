import type { Scope } from './outline.js';
import type { CloseMark, OpenMark } from './scan/mark.js';

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

  enter(mark: OpenMark): void {
    if (this.#scopes.length >= MAX_SCOPES) return;
    this.#leave(mark.level);
    const { scope: kind, level, title } = mark;
    const scope = { id: this.#scopes.length, kind, parent: this.current, title, level };
    this.#scopes.push(scope);
    this.#open.push(scope);
  }

  close(mark: CloseMark): void {
    this.#leave(mark.level + 1);
  }

  #leave(level: number): void {
    while (this.#open.length > 1 && (this.#open.at(-1)?.level ?? 0) >= level) this.#open.pop();
  }
}
