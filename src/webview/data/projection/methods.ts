import type { EmbeddingMethod } from '../../../shared/projectionViewProtocol.js';
import { projectionWords } from '../../../shared/projectionWords.js';
import type { NumberLimits } from '../../field.js';

/** One number that a method is told. */
export interface Knob {
  readonly name: string;
  readonly label: string;
  readonly usual: number;
  readonly limits: NumberLimits;
}

/** A row of the table of methods. */
export interface MethodRow {
  readonly title: string;
  readonly knobs: readonly Knob[];
  readonly make: (read: (name: string) => number) => EmbeddingMethod;
}

/** The usual numbers are those of scikit-learn and umap-learn; fewer epochs, which 10,000 rows bear well. */
export const methods: Readonly<Record<EmbeddingMethod['kind'], MethodRow>> = {
  tsne: {
    title: 't-SNE',
    knobs: [
      knob('perplexity', 30, { min: 2, max: 500 }),
      knob('iterations', 1000, { min: 50, max: 5000, step: 50 }),
      seed(),
    ],
    make: (read) => ({
      kind: 'tsne',
      perplexity: read('perplexity'),
      iterations: read('iterations'),
      seed: read('seed'),
    }),
  },
  umap: {
    title: 'UMAP',
    knobs: [
      knob('neighbours', 15, { min: 2, max: 200 }),
      knob('minDistance', 0.1, { min: 0, max: 1, step: 0.01 }),
      knob('epochs', 300, { min: 20, max: 2000, step: 20 }),
      seed(),
    ],
    make: (read) => ({
      kind: 'umap',
      neighbours: read('neighbours'),
      minDistance: read('minDistance'),
      epochs: read('epochs'),
      seed: read('seed'),
    }),
  },
};

/** A knob is labelled by the word of its name. */
function knob(name: keyof typeof projectionWords, usual: number, limits: NumberLimits): Knob {
  return { name, label: projectionWords[name], usual, limits };
}

function seed(): Knob {
  return knob('seed', 1, { min: 0, max: 2_147_483_647 });
}
