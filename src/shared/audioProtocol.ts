import type { Clip } from '../engine/audio/clip.js';
import type { ClipComments, ShownClip } from '../engine/audio/clipCode.js';
import type { Overview } from '../engine/audio/overview.js';
import type { SpeakerCheck } from '../engine/audio/speakers.js';
import type { Mask } from '../engine/audio/specAugment.js';
import type { AudioSettings, Variant } from '../engine/audio/variants.js';
import type { WaveFormat, WaveProblem } from '../engine/audio/wave.js';
import type { Call } from './rpc.js';

/** Why something was not done with a folder of clips; a clip's own trouble is a `WaveProblem`. */
export interface AudioProblem {
  readonly code: AudioProblemCode | WaveProblem['code'];
  readonly args: Readonly<Record<string, string | number>>;
}

export type AudioProblemCode =
  | 'audio.folder'
  | 'audio.noClips'
  | 'audio.write'
  | 'audio.otherSettings'
  | 'audio.sameFolder'
  | 'audio.gone';

export type AudioReply<T> =
  ({ readonly ok: true } & T) | { readonly ok: false; readonly problem: AudioProblem };

/** A folder and all below it. */
export interface Folder {
  readonly clips: readonly Clip[];
  readonly overview: Overview;
  readonly speakers?: SpeakerCheck;
  /** There are more clips than are listed. */
  readonly more: boolean;
}

/** One clip to look at. */
export interface ClipLook {
  readonly name: string;
  readonly format: WaveFormat;
  /** What was computed with: the settings asked for, within what is possible. */
  readonly settings: AudioSettings;
  /** The least and the greatest value of each of some hundred stretches of the clip, in turn. */
  readonly peaks: Float32Array;
  readonly bands: number;
  readonly frames: number;
  /** dB, band by band. */
  readonly pictures: Readonly<Record<Variant, Float32Array>>;
  readonly masks: readonly Mask[];
  /** Hz of each band's centre. */
  readonly centres: readonly number[];
  /** Seconds that the pictures are wide. */
  readonly seconds: number;
}

export interface ExportRequest {
  readonly folder: string;
  /** Where the variants' folders are made. */
  readonly target: string;
  readonly settings: AudioSettings;
  readonly variants: readonly Variant[];
}

export interface ExportResult {
  readonly written: number;
  /** Were there already, from a run that was stopped. */
  readonly kept: number;
  readonly failed: readonly { readonly name: string; readonly problem: WaveProblem }[];
}

export interface ClipCodeRequest {
  readonly clip: ShownClip;
  readonly comments: ClipComments;
}

/** What is asked of an audio thread. */
export interface AudioProtocol {
  /** What to compute with until somebody says otherwise: it depends on the clips' sample rate. */
  usual: Call<{ readonly folder: string }, AudioSettings>;
  scan: Call<{ readonly folder: string }, AudioReply<Folder>, { readonly clips: number }>;
  look: Call<
    { readonly folder: string; readonly name: string; readonly settings: AudioSettings },
    AudioReply<ClipLook>
  >;
  /** The Python lines that give the picture of a clip. */
  code: Call<ClipCodeRequest, { readonly text: string }>;
  /** Checks that the target is free or holds an export with the same settings, and says so in its manifest. */
  beginExport: Call<ExportRequest, AudioReply<{ readonly names: readonly string[] }>>;
  /** Some of the clips; what is there already is kept. */
  export: Call<
    ExportRequest & { readonly names: readonly string[] },
    AudioReply<ExportResult>,
    { readonly done: number }
  >;
}
