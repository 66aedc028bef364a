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

const seed: Knob = {
  name: 'seed',
  label: projectionWords.seed,
  usual: 1,
  limits: { min: 0, max: 2_147_483_647 },
};

/** The usual numbers are those of scikit-learn and umap-learn; fewer epochs, which 10,000 rows bear well. */
export const methods: Readonly<Record<EmbeddingMethod['kind'], MethodRow>> = {
  tsne: {
    title: 't-SNE',
    knobs: [
      {
        name: 'perplexity',
        label: projectionWords.perplexity,
        usual: 30,
        limits: { min: 2, max: 500 },
      },
      {
        name: 'iterations',
        label: projectionWords.iterations,
        usual: 1000,
        limits: { min: 50, max: 5000, step: 50 },
      },
      seed,
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
      {
        name: 'neighbours',
        label: projectionWords.neighbours,
        usual: 15,
        limits: { min: 2, max: 200 },
      },
      {
        name: 'minDistance',
        label: projectionWords.minDistance,
        usual: 0.1,
        limits: { min: 0, max: 1, step: 0.01 },
      },
      {
        name: 'epochs',
        label: projectionWords.epochs,
        usual: 300,
        limits: { min: 20, max: 2000, step: 20 },
      },
      seed,
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
