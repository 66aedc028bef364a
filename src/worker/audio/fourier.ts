import FFT from 'fft.js';
import type { Fourier } from '../../engine/audio/spectrogram.js';

/** What is used of fft.js, whose own types say too little. */
interface RealTransform {
  readonly createComplexArray: () => number[];
  readonly realTransform: (into: number[], numbers: ArrayLike<number>) => void;
}

/** `size` is a power of two. The same result is filled anew each time. */
export function createFourier(size: number): Fourier {
  const fft = new FFT(size) as RealTransform;
  const spectrum = fft.createComplexArray();
  return {
    size,
    transform: (window) => {
      fft.realTransform(spectrum, window);
      return spectrum;
    },
  };
}

/** One is kept per size: its tables take longer than a transform. */
export function fourierOf(size: number): Fourier {
  const known = kept.get(size) ?? createFourier(size);
  kept.set(size, known);
  return known;
}

const kept = new Map<number, Fourier>();
