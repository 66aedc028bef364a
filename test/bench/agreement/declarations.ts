import { partsOf } from './tree.js';
import type { Name, Tree } from './tree.js';

/** What a course says of its names before it computes with them. */
export function declarationsOf(names: readonly Name[], ...trees: readonly Tree[]): string {
  const spaces = new Map<string, string[]>();
  for (const { name, shape } of names) {
    const [rows, columns] = shape;
    const power =
      columns !== '1' ? `^{${rows} \\times ${columns}}` : rows === '1' ? '' : `^${rows}`;
    const space = `\\mathbb{R}${power}`;
    spaces.set(space, [...(spaces.get(space) ?? []), name]);
  }
  const members = [...spaces].map(([space, own]) => `$${own.join(', ')} \\in ${space}$`);
  const functions = trees.flatMap((tree) => [...partsOf(tree)]);
  const sigmoid = functions.some((part) => part.kind === 'apply' && part.fn === 'sigma')
    ? ' Here $\\sigma(t) = 1 / (1 + e^{-t})$, and functions act entry by entry.'
    : functions.some(({ kind }) => kind === 'apply')
      ? ' Functions act entry by entry.'
      : '';
  return `Let ${members.join(', ')}.${sigmoid}\n\n`;
}
