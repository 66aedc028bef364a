import type { Column } from '../../../shared/dataProtocol.js';

/** Words by which courses call what is to be predicted. */
const WORDS =
  /(?:^|[._ -])(?:genre|class|label|target|species|category|digit|quality|clase|etiqueta|objetivo|especie|categor[ií]a|g[eé]nero|d[ií]gito|y)(?:\d*|_top)$/i;

const MAX_LIKELY = 4;

/** Columns that are often the target, by their names alone. */
export function likelyTargets(columns: readonly Column[]): readonly string[] {
  return columns
    .filter(({ name, path }) => WORDS.test(name) || WORDS.test(path.at(-1) ?? ''))
    .slice(0, MAX_LIKELY)
    .map(({ name }) => name);
}
