import type { ClipLook } from '../../shared/audioProtocol.js';
import type { Variant } from '../../shared/audioViewProtocol.js';
import { audioWords } from '../../shared/audioWords.js';
import type { Say } from '../../shared/say.js';
import { formatNumber } from '../data/numbers.js';
import { textTable } from '../textTable.js';
import { make } from '../ui.js';
import { formatHz } from './units.js';

/** Parts of a clip that are told apart in its tables. */
const PARTS = 10;

/** Groups of bands that are told apart. */
const GROUPS = 8;

/** What a waveform shows, in numbers. */
export function waveTable({ peaks, format }: ClipLook, say: Say): HTMLElement {
  const seconds = format.frames / format.rate;
  const stretches = peaks.length / 2;
  const rows = Array.from({ length: Math.min(PARTS, stretches) }, (_, part) => {
    const from = Math.floor((part * stretches) / PARTS);
    const to = Math.max(from + 1, Math.floor(((part + 1) * stretches) / PARTS));
    const values = peaks.subarray(2 * from, 2 * to);
    const [begin, end] = [(part * seconds) / PARTS, ((part + 1) * seconds) / PARTS];
    return [begin, end, Math.min(...values), Math.max(...values)].map(formatNumber);
  });
  const heads = [audioWords.from, audioWords.to, audioWords.least, audioWords.greatest];
  const named = heads.map((head, at) => (at < 2 ? `${say(head)} (s)` : say(head)));
  return inDetails(say, textTable(say(audioWords.tableWave), named, rows));
}

/** What a spectrogram shows: means of groups of bands over parts of the clip. */
export function spectrumTable(look: ClipLook, variant: Variant, say: Say): HTMLElement {
  const { bands, frames, centres, seconds } = look;
  const values = look.pictures[variant];
  const groups = Math.min(GROUPS, bands);
  const parts = Math.min(PARTS, frames);
  const rows = Array.from({ length: groups }, (_, at) => {
    const group = groups - 1 - at;
    const [low, high] = [
      Math.floor((group * bands) / groups),
      Math.floor(((group + 1) * bands) / groups),
    ];
    const cells = Array.from({ length: parts }, (_, part) => {
      const from = Math.floor((part * frames) / parts);
      const to = Math.floor(((part + 1) * frames) / parts);
      return meanOf(values, frames, [low, high], [from, to]).toFixed(0);
    });
    return [`${formatHz(centres[low] ?? 0)}–${formatHz(centres[high - 1] ?? 0)} Hz`, ...cells];
  });
  const heads = Array.from(
    { length: parts },
    (_, part) => `${formatNumber(((part + 0.5) * seconds) / parts)} s`,
  );
  const table = textTable(say(audioWords.tableSpectrum), ['Hz', ...heads], rows);
  return inDetails(
    say,
    table,
    ...(variant === 'masked' || variant === 'both' ? [masks(look, say)] : []),
  );
}

function meanOf(
  values: Float32Array,
  frames: number,
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
): number {
  let sum = 0;
  for (let band = low; band < high; band++) {
    for (let frame = from; frame < to; frame++) sum += values[band * frames + frame] ?? 0;
  }
  return sum / ((high - low) * (to - from));
}

function masks({ masks: all }: ClipLook, say: Say): HTMLElement {
  const told = all
    .filter(({ count }) => count > 0)
    .map(({ kind, from, count }) =>
      say(kind === 'bands' ? audioWords.maskBands : audioWords.maskFrames, {
        from: String(from + 1),
        to: String(from + count),
      }),
    );
  const list = told.length > 0 ? told.join('; ') : say(audioWords.maskNone);
  return make('p', '', say(audioWords.tableMasks, { masks: list }));
}

function inDetails(say: Say, ...content: readonly HTMLElement[]): HTMLElement {
  const scroll = make('div', 'scroll', ...content);
  // It may be wider than the page, and has to be reached by the keyboard then.
  scroll.tabIndex = 0;
  scroll.setAttribute('role', 'region');
  scroll.setAttribute('aria-label', say(audioWords.asTable));
  return make('details', 'twin', make('summary', '', say(audioWords.asTable)), scroll);
}
