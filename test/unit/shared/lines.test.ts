import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionAt } from '../../../src/engine/index.js';
import { linesOf } from '../../../src/shared/lines.js';

const text = fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', 'é')).map((parts) => parts.join(''));

describe('lines', () => {
  it('are those of the engine, at every offset', () => {
    fc.assert(
      fc.property(text, fc.nat(40), (written, offset) => {
        const within = Math.min(offset, written.length);
        // Between the two halves of a line's end there is no position to speak of.
        fc.pre(!(written[within - 1] === '\r' && written[within] === '\n'));
        expect(linesOf(written).positionAt(offset)).toEqual(positionAt(written, offset));
      }),
    );
  });

  it('are given without their ends', () => {
    const lines = linesOf('uno\r\ndos\rtres\n');
    expect([1, 2, 3, 4].map(lines.textOf)).toEqual(['uno', 'dos', 'tres', '']);
  });
});
