import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { positionAt } from '../../../src/engine/text/position.js';
import { formulasOf } from './reading.js';

interface Labelled {
  readonly seed: string;
  readonly id: string;
  readonly line: number;
  readonly latex: string;
  readonly scored: boolean;
}

const shared = fileURLToPath(new URL('../../../../shared/', import.meta.url));
const labels = `${shared}truth/formulas.json`;

describe('labelled documents', () => {
  if (!existsSync(labels)) {
    it.skip('passed over: there is no ../shared beside the checkout', () => undefined);
    return;
  }
  const formulas = JSON.parse(readFileSync(labels, 'utf8')) as readonly Labelled[];
  const files = readdirSync(`${shared}seeds`);

  it.each([...new Set(formulas.map((formula) => formula.seed))])(
    'every scored formula of %s is found where it stands',
    (seed) => {
      const file = files.find((name) => name.startsWith(seed)) ?? '';
      const text = readFileSync(`${shared}seeds/${file}`, 'utf8');
      const found = new Set(
        formulasOf(text).flatMap(({ latex, place, outer }) => [
          `${positionAt(text, place.start).line} ${latex}`,
          `${positionAt(text, outer.start).line} ${latex}`,
        ]),
      );
      const wanted = formulas.filter((formula) => formula.seed === seed && formula.scored);
      expect(wanted.length).toBeGreaterThan(0);
      const missing = wanted.filter(({ line, latex }) => !found.has(`${line} ${latex}`));
      expect(missing.map((formula) => formula.id)).toEqual([]);
    },
  );
});
