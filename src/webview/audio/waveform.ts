import { createPlot, ticksOf, type Plot, type PlotArea } from '../plot.js';

export interface Wave {
  /** The least and the greatest value of each stretch, in turn. */
  readonly peaks: Float32Array;
  readonly seconds: number;
}

export interface WaveformWords {
  readonly time: string;
  readonly amplitude: string;
}

const LEFT = 52;
const BOTTOM = 34;
const TOP = 6;
const RIGHT = 8;

/** The wave as it swings about its middle, with its axes. */
export function createWaveform(words: WaveformWords, waveOf: () => Wave | undefined): Plot {
  return createPlot('waveform', (area) => {
    const wave = waveOf();
    if (wave === undefined) return;
    const limit = Math.max(1e-6, ...wave.peaks.map(Math.abs));
    drawAxes(area, wave.seconds, limit, words);
    drawWave(area, wave.peaks, limit);
  });
}

function drawWave(area: PlotArea, peaks: Float32Array, limit: number): void {
  const { context, width, height, colours } = area;
  const middle = (TOP + height - BOTTOM) / 2;
  const scale = (height - BOTTOM - TOP) / 2 / limit;
  const step = ((width - LEFT - RIGHT) / peaks.length) * 2;
  context.fillStyle = colours.mark;
  for (let at = 0; at < peaks.length; at += 2) {
    const [least = 0, most = 0] = [peaks[at], peaks[at + 1]];
    const top = middle - most * scale;
    const size = Math.max(1, (most - least) * scale);
    context.fillRect(LEFT + (at / 2) * step, top, Math.max(1, step), size);
  }
}

function drawAxes(area: PlotArea, seconds: number, limit: number, words: WaveformWords): void {
  const { context, width, height, colours } = area;
  const right = width - RIGHT;
  const bottom = height - BOTTOM;
  context.strokeStyle = colours.line;
  context.strokeRect(LEFT + 0.5, TOP + 0.5, right - LEFT - 1, bottom - TOP - 1);
  context.fillStyle = colours.text;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  for (const tick of ticksOf(0, seconds, width / 90)) {
    context.fillText(String(tick), LEFT + (tick / seconds) * (right - LEFT), bottom + 3);
  }
  context.fillText(words.time, (LEFT + right) / 2, bottom + 18);
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const tick of ticksOf(-limit, limit, 5)) {
    const place = (TOP + bottom) / 2 - (tick / limit) * ((bottom - TOP) / 2);
    context.fillText(String(tick), LEFT - 5, place);
  }
  context.save();
  context.translate(8, (TOP + bottom) / 2);
  context.rotate(-Math.PI / 2);
  context.textAlign = 'center';
  context.fillText(words.amplitude, 0, 0);
  context.restore();
}
