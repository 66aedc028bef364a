import { cssColour, viridis } from '../palette.js';
import { createPlot, ticksOf, type Plot, type PlotArea } from '../plot.js';
import { formatHz } from './units.js';

/** A spectrogram to draw: dB, band by band, the lowest first. */
export interface Spectrum {
  readonly values: Float32Array;
  readonly bands: number;
  readonly frames: number;
  readonly centres: readonly number[];
  readonly seconds: number;
  /** What is drawn darkest and lightest; the same for pictures that are compared. */
  readonly low: number;
  readonly high: number;
}

export interface SpectrumWords {
  readonly time: string;
  readonly frequency: string;
}

const LEFT = 52;
const BOTTOM = 34;
const TOP = 8;
/** The scale of the colours, with its numbers. */
const RIGHT = 62;

/** Time to the right, frequency upwards, loudness as colour; all three with their numbers. */
export function createSpectrogram(
  words: SpectrumWords,
  spectrumOf: () => Spectrum | undefined,
): Plot {
  const plot = createPlot('spectrogram', (area) => {
    const spectrum = spectrumOf();
    if (spectrum === undefined) return;
    drawPicture(area, spectrum);
    drawTime(area, spectrum, words.time);
    drawFrequency(area, spectrum, words.frequency);
    drawScale(area, spectrum);
  });
  plot.element.addEventListener('pointermove', ({ offsetX, offsetY }) => {
    const spectrum = spectrumOf();
    if (spectrum !== undefined)
      plot.element.title = readingAt(plot.element, spectrum, offsetX, offsetY);
  });
  return plot;
}

function drawPicture({ context, width, height }: PlotArea, spectrum: Spectrum): void {
  const { bands, frames, values, low, high } = spectrum;
  const picture = new ImageData(frames, bands);
  for (let band = 0; band < bands; band++) {
    const line = (bands - 1 - band) * frames;
    for (let frame = 0; frame < frames; frame++) {
      const share = ((values[band * frames + frame] ?? low) - low) / (high - low || 1);
      picture.data.set([...viridis(share), 255], (line + frame) * 4);
    }
  }
  const sheet = new OffscreenCanvas(frames, bands);
  sheet.getContext('2d')?.putImageData(picture, 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(sheet, LEFT, TOP, width - LEFT - RIGHT, height - TOP - BOTTOM);
}

function drawTime(
  { context, width, height, colours }: PlotArea,
  { seconds }: Spectrum,
  label: string,
): void {
  const right = width - RIGHT;
  const bottom = height - BOTTOM;
  context.strokeStyle = colours.line;
  context.strokeRect(LEFT - 0.5, TOP - 0.5, right - LEFT + 1, bottom - TOP + 1);
  context.fillStyle = colours.text;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  for (const tick of ticksOf(0, seconds, (right - LEFT) / 60)) {
    context.fillText(String(tick), LEFT + (tick / (seconds || 1)) * (right - LEFT), bottom + 4);
  }
  context.fillText(label, (LEFT + right) / 2, bottom + 18);
}

/** Frequencies that are written where there is room for them. */
const FREQUENCIES = [125, 250, 500, 1000, 2000, 4000, 8000, 16_000, 32_000];

function drawFrequency(
  { context, height, colours }: PlotArea,
  { centres }: Spectrum,
  label: string,
): void {
  const bottom = height - BOTTOM;
  context.fillStyle = colours.text;
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  let last = Infinity;
  for (const hz of FREQUENCIES) {
    const band = bandOf(hz, centres);
    if (band === undefined) continue;
    const place = bottom - ((band + 0.5) / centres.length) * (bottom - TOP);
    if (last - place < 13) continue;
    context.fillText(formatHz(hz), LEFT - 5, place);
    last = place;
  }
  context.save();
  context.translate(8, (TOP + bottom) / 2);
  context.rotate(-Math.PI / 2);
  context.textAlign = 'center';
  context.fillText(label, 0, 0);
  context.restore();
}

/** Where a frequency lies between the centres of the bands, counted in bands. */
function bandOf(hz: number, centres: readonly number[]): number | undefined {
  const after = centres.findIndex((centre) => centre >= hz);
  if (after < 1) return undefined;
  const [low, high] = [centres[after - 1] ?? 0, centres[after] ?? 0];
  return after - 1 + (hz - low) / (high - low || 1);
}

function drawScale({ context, width, height, colours }: PlotArea, { low, high }: Spectrum): void {
  const left = width - RIGHT + 10;
  const bottom = height - BOTTOM;
  const steps = Math.max(1, Math.round(bottom - TOP));
  for (let step = 0; step < steps; step++) {
    context.fillStyle = cssColour(viridis(1 - step / steps));
    context.fillRect(left, TOP + step, 10, 1.5);
  }
  context.fillStyle = colours.text;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (const tick of ticksOf(low, high, (bottom - TOP) / 40)) {
    const share = (tick - low) / (high - low || 1);
    context.fillText(String(tick), left + 14, bottom - share * (bottom - TOP));
  }
  context.textBaseline = 'top';
  context.fillText('dB', left, bottom + 4);
}

/** What is at a place, for the pointer's label. */
function readingAt(canvas: HTMLCanvasElement, spectrum: Spectrum, x: number, y: number): string {
  const { bands, frames, values, centres, seconds } = spectrum;
  const across = (x - LEFT) / (canvas.clientWidth - LEFT - RIGHT);
  const up = 1 - (y - TOP) / (canvas.clientHeight - TOP - BOTTOM);
  if (across < 0 || across >= 1 || up < 0 || up >= 1) return '';
  const [frame, band] = [Math.floor(across * frames), Math.floor(up * bands)];
  const loudness = values[band * frames + frame] ?? NaN;
  return `${(across * seconds).toFixed(3)} s · ${Math.round(centres[band] ?? 0)} Hz · ${loudness.toFixed(1)} dB`;
}
