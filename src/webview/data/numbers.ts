/** Costa Rica and Mexico write decimals differently; in class, as in code, both read a point. */
const LOCALES: Readonly<Record<string, string>> = { es: 'es-MX', en: 'en-US' };

/** The language in which the page speaks: the editor's, or the one that the setting names. */
function locale(): string {
  return LOCALES[document.documentElement.lang.slice(0, 2)] ?? 'en-US';
}

export function formatCount(count: number): string {
  return new Intl.NumberFormat(locale()).format(count);
}

/** Four significant digits, which tell scales apart and fit into a column. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e7 || size < 1e-4)) return value.toExponential(3);
  return new Intl.NumberFormat(locale(), { maximumSignificantDigits: 4 }).format(value);
}

/** A share of 1 as a percentage with one decimal; what is not nothing does not become 0; of nothing there is no share. */
export function formatShare(share: number): string {
  if (Number.isNaN(share)) return '–';
  const percent = share * 100;
  if (percent > 0 && percent < 0.1) return '< 0.1 %';
  return `${new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(percent)} %`;
}

export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** power;
  const digits = { maximumFractionDigits: power === 0 || value >= 100 ? 0 : 1 };
  return `${new Intl.NumberFormat(locale(), digits).format(value)} ${units[power] ?? 'B'}`;
}
