/** Thousands apart: `10,000`. The languages spoken here write it alike, in class as in code. */
export function formatCount(count: number): string {
  return COUNTS.format(count);
}

/** To make one takes longer than to use it, and a table that scrolls numbers thousands of rows a second. */
const COUNTS = new Intl.NumberFormat('en-US');

/** In powers of 1000, with three digits at most: `52 MB`, `1.3 kB`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** power;
  const figure = power === 0 || value >= 99.95 ? Math.round(value) : Number(value.toFixed(1));
  return `${figure} ${units[power] ?? 'B'}`;
}
