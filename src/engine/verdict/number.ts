import type { NodeId } from '../evaluate/graph.js';
import type { Tensor } from '../interpret/tensor.js';

/** A number as a person would copy it into a calculator: six significant digits, no trailing zeros. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '?' : value > 0 ? '∞' : '-∞';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e7 || size < 1e-5)
    return value
      .toExponential(4)
      .replace(/\.?0+e/, 'e')
      .replace('e+', 'e');
  return String(Number(value.toPrecision(6)));
}

/** `(a, b)` for a vector, `[[a, b], [c, d]]` for a matrix, as numpy takes them. */
export function formatTensor(tensor: Tensor, value: (id: NodeId) => number): string {
  const texts = tensor.data.map((id) => formatNumber(value(id)));
  const width = tensor.dims.at(-1) ?? 1;
  if (tensor.dims.length === 0) return texts.join(', ');
  if (tensor.dims.length === 1) return `(${texts.join(', ')})`;
  const rows = Array.from({ length: texts.length / width }, (_, k) =>
    texts.slice(k * width, (k + 1) * width),
  );
  return `[${rows.map((row) => `[${row.join(', ')}]`).join(', ')}]`;
}
