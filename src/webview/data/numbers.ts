export { formatBytes, formatCount } from '../../shared/figures.js';

/** Four significant digits, which tell scales apart and fit into a column. */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '-∞';
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e7 || size < 1e-4)) return value.toExponential(3);
  return new Intl.NumberFormat('en-US', { maximumSignificantDigits: 4 }).format(value);
}

/** A share of 1 as a percentage with one decimal; what is not nothing does not become 0; of nothing there is no share. */
export function formatShare(share: number): string {
  if (Number.isNaN(share)) return '–';
  const percent = share * 100;
  if (percent > 0 && percent < 0.1) return '< 0.1 %';
  return `${new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 }).format(percent)} %`;
}
