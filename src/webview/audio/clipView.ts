import type { ClipLook } from '../../shared/audioProtocol.js';
import type { Variant } from '../../shared/audioViewProtocol.js';
import { audioWords, variantWords } from '../../shared/audioWords.js';
import { formatCount, formatNumber } from '../data/numbers.js';
import type { Plot } from '../plot.js';
import { make } from '../ui.js';
import { createClipCodeButtons } from './clipCodeButtons.js';
import { spectrumTable, waveTable } from './clipTables.js';
import type { AudioContext } from './context.js';
import { createSpectrogram, type Spectrum } from './spectrogram.js';
import { formatLength } from './units.js';
import { createWaveform } from './waveform.js';

export interface ClipView {
  readonly element: HTMLElement;
  readonly show: (look: ClipLook) => void;
  /** Says why there is no clip. */
  readonly trouble: (words: string) => void;
}

const ORDER: readonly Variant[] = ['raw', 'bilateral', 'masked', 'both'];

/** One clip: to be heard, its wave, and its four pictures side by side. */
export function createClipView(context: AudioContext): ClipView {
  const { say } = context;
  let look: ClipLook | undefined;
  const name = make('h2', '');
  const facts = make('p', 'facts');
  const trouble = make('p', '', say(audioWords.chooseClip));
  trouble.setAttribute('role', 'status');
  const player = createPlayer(context);
  const wave = createWaveform(
    { time: say(audioWords.axisTime), amplitude: say(audioWords.axisAmplitude) },
    () => look && { peaks: look.peaks, seconds: look.format.frames / look.format.rate },
  );
  const waveTwin = make('div', '');
  const pictures = createPictures(context, () => look);
  const shown = make(
    'div',
    'clip',
    make(
      'div',
      'clip-head',
      name,
      facts,
      player.element,
      createClipCodeButtons(context, () => look),
    ),
    make('section', '', make('h3', '', say(audioWords.waveform)), wave.element, waveTwin),
    pictures.element,
  );
  shown.hidden = true;
  return {
    element: make('div', 'clip-place', trouble, shown),
    show: (next) => {
      if (look?.name !== next.name) player.load(next.name);
      look = next;
      name.textContent = next.name;
      facts.textContent = factsOf(next, context);
      trouble.textContent = '';
      shown.hidden = false;
      label(wave, say(audioWords.waveformOf, waveArgs(next)));
      waveTwin.replaceChildren(keepOpen(waveTwin, waveTable(next, say)));
      pictures.show(next);
    },
    trouble: (words) => {
      look = undefined;
      trouble.textContent = words;
      shown.hidden = true;
    },
  };
}

/** The four spectrograms side by side, each with its numbers. */
function createPictures(
  { say }: AudioContext,
  lookOf: () => ClipLook | undefined,
): { readonly element: HTMLElement; readonly show: (look: ClipLook) => void } {
  const words = { time: say(audioWords.axisTime), frequency: say(audioWords.axisHz) };
  const pictures = ORDER.map((variant) => {
    const plot = createSpectrogram(words, () => {
      const look = lookOf();
      return look && spectrumOf(look, variant);
    });
    const twin = make('div', '');
    const title = make('h3', '', say(variantWords[variant]));
    return { variant, plot, twin, box: make('section', 'picture', title, plot.element, twin) };
  });
  return {
    element: make('div', 'pictures', ...pictures.map(({ box }) => box)),
    show: (look) => {
      for (const { variant, plot, twin } of pictures) {
        const args = { ...pictureArgs(look, variant), variant: say(variantWords[variant]) };
        label(plot, say(audioWords.spectrogramOf, args));
        twin.replaceChildren(keepOpen(twin, spectrumTable(look, variant, say)));
      }
    },
  };
}

function createPlayer({ ask, say }: AudioContext): {
  readonly element: HTMLElement;
  readonly load: (name: string) => void;
} {
  const element = make('audio', '');
  element.controls = true;
  let address = '';
  let wanted = '';
  return {
    element,
    load: (name) => {
      wanted = name;
      element.setAttribute('aria-label', say(audioWords.play, { name }));
      void ask('sound', name).then((bytes) => {
        if (wanted !== name) return;
        URL.revokeObjectURL(address);
        element.hidden = !bytes;
        if (!bytes) return;
        address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'audio/wav' }));
        element.src = address;
      });
    },
  };
}

function label(plot: Plot, words: string): void {
  plot.element.setAttribute('aria-label', words);
  plot.redraw();
}

/** A table that was open stays open when another clip comes. */
function keepOpen(place: HTMLElement, table: HTMLElement): HTMLElement {
  if (place.querySelector('details')?.open === true) table.setAttribute('open', '');
  return table;
}

function factsOf({ format }: ClipLook, { say }: AudioContext): string {
  return say(format.channels === 1 ? audioWords.factsMono : audioWords.facts, {
    length: formatLength(format.frames / format.rate),
    rate: formatCount(format.rate),
    bits: String(format.bits),
    channels: String(format.channels),
  });
}

function waveArgs({ name, format, peaks }: ClipLook): Readonly<Record<string, string>> {
  const peak = peaks.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return { name, length: formatLength(format.frames / format.rate), peak: formatNumber(peak) };
}

function pictureArgs(look: ClipLook, variant: Variant): Readonly<Record<string, string>> {
  const { low, high } = spectrumOf(look, variant);
  return {
    name: look.name,
    bands: String(look.bands),
    frames: String(look.frames),
    low: low.toFixed(0),
    high: high.toFixed(0),
  };
}

/** All four on the scale of the clip as it was recorded, so that colours can be compared. */
function spectrumOf(look: ClipLook, variant: Variant): Spectrum {
  const { pictures, bands, frames, centres, seconds } = look;
  let [low, high] = [Infinity, -Infinity];
  for (const value of pictures.raw) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return { values: pictures[variant], bands, frames, centres, seconds, low, high };
}
