import { mirrored, type Picture } from './spectrogram.js';

/** The words are those of OpenCV's `bilateralFilter`. */
export interface BilateralSettings {
  /** Diameter of the neighbourhood in places, odd; the neighbourhood is round. */
  readonly diameter: number;
  /** How much louder or softer (dB) a neighbour may be and still count. */
  readonly sigmaColor: number;
  /** How far (places) a neighbour may be and still count. */
  readonly sigmaSpace: number;
}

/**
 * Smooths what is alike and keeps edges (Tomasi and Manduchi, 1998): an average of neighbours weighted
 * by their nearness and by their likeness. As in OpenCV the picture goes on mirrored beyond its edge,
 * the edge not repeated. OpenCV looks the weights of float pictures up in a table; these are computed.
 */
export function bilateral(picture: Picture, settings: BilateralSettings): Picture {
  const { bands, frames, values } = picture;
  const radius = Math.max(1, Math.floor(settings.diameter / 2));
  const framed = frame(picture, radius);
  const width = frames + 2 * radius;
  const neighbours = neighboursOf(radius, width, settings.sigmaSpace);
  const likeness = likenessOf(values, settings.sigmaColor);
  const smooth = new Float32Array(values.length);
  for (let band = 0; band < bands; band++) {
    for (let time = 0; time < frames; time++) {
      const at = (band + radius) * width + time + radius;
      const here = framed[at] ?? 0;
      let sum = 0;
      let weights = 0;
      for (const { offset, nearness } of neighbours) {
        const value = framed[at + offset] ?? 0;
        const weight = nearness * likeness(Math.abs(value - here));
        sum += weight * value;
        weights += weight;
      }
      smooth[band * frames + time] = sum / weights;
    }
  }
  return { bands, frames, values: smooth };
}

interface Neighbour {
  readonly offset: number;
  readonly nearness: number;
}

function neighboursOf(radius: number, width: number, sigma: number): readonly Neighbour[] {
  const neighbours: Neighbour[] = [];
  for (let up = -radius; up <= radius; up++) {
    for (let right = -radius; right <= radius; right++) {
      const square = up * up + right * right;
      if (square > radius * radius) continue;
      const nearness = Math.exp(-square / (2 * sigma * sigma));
      neighbours.push({ offset: up * width + right, nearness });
    }
  }
  return neighbours;
}

/** Steps of the table from no difference to the greatest; between two steps it is a straight line. */
const STEPS = 4096;

/** exp(-d² / 2σ²) from a table: it is asked for dozens of times for each of thousands of places. */
function likenessOf(values: Float32Array, sigma: number): (difference: number) => number {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const scale = STEPS / Math.max(most - least, 1e-9);
  const table = Float64Array.from({ length: STEPS + 2 }, (_, step) =>
    Math.exp(-((step / scale) ** 2) / (2 * sigma * sigma)),
  );
  return (difference) => {
    const place = difference * scale;
    const step = place | 0;
    const low = table[step] ?? 0;
    return low + (place - step) * ((table[step + 1] ?? 0) - low);
  };
}

/** The picture with `radius` more places on every side. */
function frame({ bands, frames, values }: Picture, radius: number): Float32Array {
  const width = frames + 2 * radius;
  const framed = new Float32Array((bands + 2 * radius) * width);
  for (let band = 0; band < bands + 2 * radius; band++) {
    const from = mirrored(band - radius, bands) * frames;
    for (let time = 0; time < width; time++) {
      framed[band * width + time] = values[from + mirrored(time - radius, frames)] ?? 0;
    }
  }
  return framed;
}
