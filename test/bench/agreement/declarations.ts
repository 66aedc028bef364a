import type { Style } from './style.js';
import { partsOf } from './tree.js';
import type { Name, Tree } from './tree.js';

/** What a course says of its names and functions before it computes with them. */
export function declarationsOf(
  names: readonly Name[],
  trees: readonly Tree[],
  { isSpanish }: Style,
): string {
  const spaces = new Map<string, string[]>();
  for (const { name, shape } of names) {
    const [rows, columns] = shape;
    const power =
      columns !== '1' ? `^{${rows} \\times ${columns}}` : rows === '1' ? '' : `^${rows}`;
    const space = `\\mathbb{R}${power}`;
    spaces.set(space, [...(spaces.get(space) ?? []), name]);
  }
  const members = [...spaces].map(([space, own]) => `$${own.join(', ')} \\in ${space}$`);
  return `${isSpanish ? 'Sean' : 'Let'} ${members.join(', ')}.${functionsOf(trees, isSpanish)}\n\n`;
}

const SIGMOID = '$\\sigma(t) = 1 / (1 + e^{-t})$';

function functionsOf(trees: readonly Tree[], isSpanish: boolean): string {
  const applied = trees
    .flatMap((tree) => [...partsOf(tree)])
    .filter(({ kind }) => kind === 'apply');
  const isSigmoid = applied.some((part) => part.kind === 'apply' && part.fn === 'sigma');
  if (applied.length === 0) return '';
  const entries = isSpanish
    ? 'las funciones se aplican entrada por entrada.'
    : 'functions act entry by entry.';
  if (isSigmoid)
    return ` ${isSpanish ? 'Aquí' : 'Here'} ${SIGMOID}, ${isSpanish ? 'y' : 'and'} ${entries}`;
  return ` ${entries.charAt(0).toUpperCase()}${entries.slice(1)}`;
}
