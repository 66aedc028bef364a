import { plainly } from '../plainly.js';
import type { Expectation } from './expectation.js';

/** The ids and classes that may appear, found however they are written. */
export interface Known {
  /** The test data's own writing of an id; `undefined` for one that is not there. */
  readonly idOf: (text: string) => string | undefined;
  /** The class's own writing; `undefined` for what is none. */
  readonly labelOf: (text: string) => string | undefined;
  /** Whether the classes are called by numbers, so that a number is no mistake. */
  readonly numbered: boolean;
}

export function knownOf({ ids, labels }: Expectation): Known {
  const exact = new Set(ids);
  const numeric = new Map<string, string | undefined>();
  for (const id of exact) {
    const form = numberForm(id);
    // `012` and `12` are two ids where both are there.
    if (form !== undefined) numeric.set(form, numeric.has(form) ? undefined : id);
  }
  const classes = new Set(labels);
  const plain = new Map(labels.map((label) => [plainly(label), label]));
  return {
    idOf: (text) => {
      if (exact.has(text)) return text;
      const trimmed = text.trim();
      return exact.has(trimmed) ? trimmed : numeric.get(numberForm(trimmed) ?? '');
    },
    labelOf: (text) => (classes.has(text) ? text : plain.get(plainly(text))),
    numbered: labels.length > 0 && labels.every((label) => numberForm(label) !== undefined),
  };
}

/** A whole number without what it may be written with besides: `0012`, `12.0` and `12` are `12`. */
export function numberForm(text: string): string | undefined {
  const match = /^\s*([+-]?)0*(\d+)(?:\.0*)?\s*$/.exec(text);
  if (match === null) return undefined;
  return `${match[1] === '-' ? '-' : ''}${match[2] ?? ''}`;
}
