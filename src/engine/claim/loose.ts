import type { Dim, Dims } from '../shape/dims.js';
import type { Span } from '../text/span.js';

/**
 * `\|\mathbf{1}\|^2` and `\operatorname{tr}(I)` within a span: where nothing around them says their size, they have that
 * of the other ones there, the one that they are said to come to, or the only size that there is.
 */
export function settleLoose(
  forest: Dims,
  instances: ReadonlyMap<string, readonly Dim[]>,
  { start, end }: Span,
  said: Dim | null,
): void {
  const local = new Set<Dim>();
  const taken = new Set<Dim>();
  for (const [name, dims] of instances) {
    const at = name.indexOf('@');
    const place = at < 0 ? -1 : Number(name.slice(at + 1));
    if (at >= 0 && (place < start || place >= end)) continue;
    for (const dim of dims) (at < 0 ? taken : local).add(forest.find(dim));
  }
  const isKnown = (dim: Dim): boolean =>
    taken.has(dim) || forest.hard(dim) !== null || forest.label(dim) !== null;
  const loose = [...local].filter((dim) => !isKnown(dim));
  if (loose.length === 0) return;
  const firm = [...local].filter(isKnown);
  const [size, ...others] = firm.length > 0 ? firm : said === null ? taken : [said];
  if (size === undefined || others.length > 0) return;
  for (const dim of loose) forest.same(size, dim);
}
