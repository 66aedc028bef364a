import { formatNumber } from '../data/numbers.js';

/** A length in seconds, or in minutes where those would be many. */
export function formatLength(seconds: number): string {
  return seconds >= 600 ? `${formatNumber(seconds / 60)} min` : `${formatNumber(seconds)} s`;
}

/** Hz as on an axis: `500`, `2k`. */
export function formatHz(hz: number): string {
  return hz >= 1000 ? `${String(Number((hz / 1000).toFixed(1)))}k` : String(Math.round(hz));
}
