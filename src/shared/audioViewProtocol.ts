import type { AudioSettings, Variant } from '../engine/audio/variants.js';
import type { AudioReply, ClipLook, Folder } from './audioProtocol.js';
import type { Call } from './rpc.js';
import type { Bundle } from './say.js';

export type { Clip } from '../engine/audio/clip.js';
export type { Overview, Tally } from '../engine/audio/overview.js';
export type { SpeakerCheck } from '../engine/audio/speakers.js';
export type { AudioSettings, Variant } from '../engine/audio/variants.js';

/** All that the view of a folder of clips shows. */
export interface AudioState {
  readonly title: string;
  /** Headers read so far, while they are read. */
  readonly scanning: number | null;
  readonly folder: Folder | null;
  /** Why there is nothing to show; empty otherwise. */
  readonly trouble: string;
}

export interface AudioSetup {
  readonly state: AudioState;
  /** In which the page speaks: `es`, `en`. */
  readonly language: string;
  readonly words: Bundle;
  /** What to compute with until the person says otherwise. */
  readonly settings: AudioSettings;
  /** The clip to show first; empty for none. */
  readonly clip: string;
}

/** The code for a clip that is wished for. */
export interface ClipCodeWish {
  readonly name: string;
  readonly rate: number;
  readonly settings: AudioSettings;
  readonly to: 'clipboard' | 'notebook';
}

/** What the view asks of the editor. Clips are named by their paths below the folder. */
export interface AudioEditorProtocol {
  /** The page can draw: first thing after each load. */
  ready: Call<null, AudioSetup>;
  look: Call<{ readonly name: string; readonly settings: AudioSettings }, AudioReply<ClipLook>>;
  /** The file itself, to be heard; null where it cannot be read. */
  sound: Call<string, Uint8Array | null>;
  /** Asks for a place and writes all clips; answers when that has ended, however it did. */
  export: Call<{ readonly settings: AudioSettings; readonly variants: readonly Variant[] }, null>;
  copy: Call<string, null>;
  /** Gives the name of the notebook that got the code; empty where none did. */
  giveCode: Call<ClipCodeWish, string>;
  rescan: Call<null, null>;
}

/** What the editor tells the view, once it said `ready`. */
export interface AudioViewProtocol {
  show: Call<AudioState, null>;
  /** Shows a clip of the folder. */
  choose: Call<string, null>;
}
