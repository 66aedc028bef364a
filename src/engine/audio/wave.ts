/** What the header of a `.wav` file says. */
export interface WaveFormat {
  /** Frames per second. */
  readonly rate: number;
  readonly channels: number;
  /** Bits of one number. */
  readonly bits: number;
  readonly encoding: 'integer' | 'float';
  /** Numbers per channel. */
  readonly frames: number;
}

/** A clip as it sounds: all channels mixed to one, in [-1, 1] unless the file itself goes beyond. */
export interface Wave {
  readonly format: WaveFormat;
  readonly samples: Float32Array;
}

/** Why a file gives no clip. */
export interface WaveProblem {
  readonly code: WaveProblemCode;
  readonly args: Readonly<Record<string, string | number>>;
}

export type WaveProblemCode =
  | 'wave.notWave'
  | 'wave.noFormat'
  | 'wave.noData'
  | 'wave.encoding'
  | 'wave.bits'
  | 'wave.channels'
  | 'wave.rate'
  | 'wave.truncated'
  | 'wave.tooLong'
  | 'wave.unreadable';

/** Either, as the readers give it. */
export type WaveOutcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: WaveProblem };

export function waveProblem(
  code: WaveProblemCode,
  args: WaveProblem['args'] = {},
): { readonly ok: false; readonly problem: WaveProblem } {
  return { ok: false, problem: { code, args } };
}
