import type { Fact } from './outline.js';
import type { OpenCondition } from './sentence/conditions.js';

/** Conditions that still hold while a part is read; they become facts when it is known until where. */
export class ConditionSpans {
  readonly #emit: (fact: Fact) => void;
  #open: OpenCondition[] = [];

  constructor(emit: (fact: Fact) => void) {
    this.#emit = emit;
  }

  /** A new case ends the one before it. */
  add(conditions: readonly OpenCondition[]): void {
    const nextCase = conditions.find(({ isCase }) => isCase);
    if (nextCase !== undefined) this.endCase(nextCase.fact.place.start);
    this.#open.push(...conditions);
  }

  endCase(at: number): void {
    this.#end(at, ({ isCase }) => isCase);
  }

  endParagraph(at: number): void {
    this.#end(at, ({ isCase }) => !isCase);
  }

  endAll(at: number): void {
    this.#end(at, () => true);
  }

  #end(at: number, ends: (condition: OpenCondition) => boolean): void {
    for (const condition of this.#open) {
      const { fact } = condition;
      if (ends(condition)) this.#emit({ ...fact, until: Math.max(at, fact.place.end) });
    }
    this.#open = this.#open.filter((condition) => !ends(condition));
  }
}
