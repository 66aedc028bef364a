import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { check } from './judging.js';

interface Labelled {
  readonly seed: string;
  readonly id: string;
  readonly line: number;
  readonly latex: string;
  readonly verdict: 'right' | 'wrong' | 'slip' | 'na';
  readonly scored: boolean;
}

const shared = fileURLToPath(new URL('../../../../shared/', import.meta.url));
const labels = `${shared}truth/formulas.json`;

describe('labelled documents', () => {
  if (!existsSync(labels)) {
    it.skip('passed over: there is no ../shared beside the checkout', () => undefined);
    return;
  }
  const formulas = (JSON.parse(readFileSync(labels, 'utf8')) as readonly Labelled[]).filter(
    ({ scored }) => scored,
  );
  const flagged = flaggedIds(formulas);
  const share = (verdict: Labelled['verdict']): number => {
    const own = formulas.filter((formula) => formula.verdict === verdict);
    expect(own.length).toBeGreaterThan(0);
    return own.filter(({ id }) => flagged.has(id)).length / own.length;
  };

  it('have four of five of their wrong formulas flagged', () => {
    expect(share('wrong')).toBeGreaterThanOrEqual(0.8);
  });

  it('have at most three in a hundred of their right formulas flagged', () => {
    expect(share('right')).toBeLessThanOrEqual(0.03);
  });
});

/** The labelled formulas in which a step fails or slips. */
function flaggedIds(formulas: readonly Labelled[]): ReadonlySet<string> {
  const files = readdirSync(`${shared}seeds`);
  const flagged = new Set<string>();
  for (const seed of new Set(formulas.map((formula) => formula.seed))) {
    const file = files.find((name) => name.startsWith(seed));
    if (file === undefined) throw new Error(`${seed} has labels and no document`);
    const text = readFileSync(`${shared}seeds/${file}`, 'utf8');
    const wrong = check(text).steps.filter(({ verdict }) => ['fails', 'slip'].includes(verdict));
    const taken = new Map<string, number>();
    for (const { id, line, latex } of formulas.filter((formula) => formula.seed === seed)) {
      const key = `${line} ${latex}`;
      const start = text.indexOf(latex, taken.get(key) ?? startOfLine(text, line));
      if (start < 0) throw new Error(`${id} is not in ${file}`);
      const end = start + latex.length;
      taken.set(key, end);
      if (wrong.some(({ place }) => place.start < end && place.end > start)) flagged.add(id);
    }
  }
  return flagged;
}

function startOfLine(text: string, line: number): number {
  let at = 0;
  for (let count = 1; count < line; count++) at = text.indexOf('\n', at) + 1;
  return at;
}
