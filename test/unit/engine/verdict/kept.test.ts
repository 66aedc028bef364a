import { expect, test } from 'vitest';
import { idsOf, Kept } from '../../../../src/engine/verdict/kept.js';

test('what is kept is made once, until definitions or values are other ones', () => {
  const kept = new Kept<object>();
  const made: object[] = [];
  const make = (): object => {
    made.push({});
    return made.at(-1) ?? made;
  };
  const first = kept.get('without x', make);
  expect(kept.get('without x', make)).toBe(first);
  expect(kept.get('without y', make)).not.toBe(first);
  kept.clear();
  expect(kept.get('without x', make)).not.toBe(first);
  expect(made).toHaveLength(3);
});

test('definitions are told apart by what defines, and not by the name alone', () => {
  const body = { kind: 'num', text: '1', span: { start: 0, end: 1 } } as const;
  const definition = { id: 1, key: 'x', family: [], indices: [], args: null, body };
  const again = { ...definition, id: 2 };
  expect(idsOf([definition])).not.toBe(idsOf([again]));
  expect(idsOf([definition])).not.toBe(idsOf([definition, again]));
});
