import type { WaveFormat, WaveProblem } from './wave.js';

/** One `.wav` file of a folder. */
export interface Clip {
  /** Path below the folder, with `/` between its parts. */
  readonly name: string;
  readonly bytes: number;
  /** Absent where the file cannot be read; then `problem` says why. */
  readonly format?: WaveFormat;
  readonly problem?: WaveProblem;
}

/** What AudioMNIST's names say: `7_03_12.wav` is speaker 03 saying 7 for the twelfth time. */
export interface ClipName {
  readonly label: string;
  readonly speaker: string;
  readonly take: string;
}

/** Undefined where the name is not made like that. */
export function readClipName(name: string): ClipName | undefined {
  const file = name.slice(name.lastIndexOf('/') + 1);
  const [, label, speaker, take] = CLIP_NAME.exec(file) ?? [];
  return label === undefined || speaker === undefined || take === undefined
    ? undefined
    : { label, speaker, take };
}

const CLIP_NAME = /^([^_]{1,40})_([^_]{1,40})_([^_]{1,40})\.wav$/i;

/** Seconds. */
export function lengthOf({ frames, rate }: WaveFormat): number {
  return frames / rate;
}
