import type { Place } from '../../text/span.js';
import type { Block, Outline } from '../outline.js';
import { chanceRows, type ChanceKind } from '../phrases/chanceRows.js';
import { compile, matchesOf } from '../phrases/pattern.js';
import { MENTION } from './flow.js';
import { fold } from './prose.js';

/** Something said of all that is random in a scope; `latex` is the mean or the variance itself. */
export interface Chance {
  readonly kind: ChanceKind;
  readonly latex: string;
  readonly scope: number;
  readonly place: Place;
}

const rows = chanceRows.map((row) => ({ kind: row.kind, expression: compile(row.patterns) }));

/** What a document's prose says of random quantities, in the order of the text. */
export function chancesIn({ blocks }: Outline): Chance[] {
  return blocks.flatMap((block, at) => {
    if (block.kind !== 'prose') return [];
    const next = blocks[at + 1];
    const formula = next?.kind === 'formula' && !block.endsParagraph ? next : null;
    const text = `${fold(block.text)}${formula ? ` ${MENTION}` : ''}`;
    return rows.flatMap(({ kind, expression }) =>
      matchesOf(expression, text).map(() => chance(kind, block, formula?.latex ?? '')),
    );
  });
}

function chance(kind: ChanceKind, { scope, place }: Block, latex: string): Chance {
  return { kind, latex: kind === 'mean' || kind === 'variance' ? latex : '', scope, place };
}
