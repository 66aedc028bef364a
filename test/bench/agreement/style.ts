import type { Chance } from './chance.js';

/** One writer's habits. */
export interface Style {
  readonly transpose: string;
  readonly brackets: Pair;
  readonly norm: Pair;
  /** Behind the norm of a vector. */
  readonly euclidean: string;
  readonly trace: string;
  readonly fraction: string;
  readonly hadamard: 'odot' | 'circ' | 'diag';
  readonly inner: 'transpose' | 'angle';
  /** Between numbers that multiply. */
  readonly times: string;
  readonly isSpanish: boolean;
  readonly loss: string;
}

type Pair = readonly [open: string, close: string];

/** As most courses write. */
export const PLAIN: Style = {
  transpose: '^\\top',
  brackets: ['(', ')'],
  norm: ['\\|', '\\|'],
  euclidean: '',
  trace: '\\operatorname{tr}',
  fraction: '\\frac',
  hadamard: 'odot',
  inner: 'transpose',
  times: ' \\cdot ',
  isSpanish: false,
  loss: 'f',
};

export function styleFrom(chance: Chance): Style {
  return {
    transpose: chance.pick(['^\\top', '^T', '^{\\top}', '^{\\mathsf{T}}']),
    brackets: chance.pick<Pair>([
      ['(', ')'],
      ['\\left(', '\\right)'],
      ['[', ']'],
      ['\\bigl(', '\\bigr)'],
    ]),
    norm: chance.pick<Pair>([
      ['\\|', '\\|'],
      ['\\lVert ', ' \\rVert'],
      ['\\left\\|', '\\right\\|'],
    ]),
    euclidean: chance.pick(['', '_2']),
    trace: chance.pick(['\\operatorname{tr}', '\\mathrm{tr}', '\\text{tr}']),
    fraction: chance.pick(['\\frac', '\\dfrac', '\\tfrac']),
    hadamard: chance.pick<Style['hadamard']>(['odot', 'circ', 'diag']),
    inner: chance.pick<Style['inner']>(['transpose', 'angle']),
    times: chance.pick([' \\cdot ', ' \\, ', ' ']),
    isSpanish: chance.below(2) === 0,
    loss: chance.pick(['f', 'L', 'J', '\\ell']),
  };
}
