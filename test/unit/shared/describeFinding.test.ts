import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/engine/table/finding.js';
import { describeFinding, describeRemedy } from '../../../src/shared/describeFinding.js';
import { speaker } from '../../../src/shared/say.js';
import { spanish } from '../../../src/shared/spanish.js';

const english = speaker({});

function finding(code: Finding['code'], columns: readonly string[], args: Finding['args'] = {}) {
  return { code, severity: 'error', columns, args } as const;
}

describe('a finding in words', () => {
  it('names one column, or the worst and how many more', () => {
    expect(describeFinding(finding('column.constant', ['a']), english)).toBe(
      'a has the same value in every row.',
    );
    expect(describeFinding(finding('column.constant', ['a', 'b', 'c']), english)).toBe(
      'a and 2 more columns have the same value in every row.',
    );
  });

  it('says kinds in the language of the rest', () => {
    const kinds = finding('column.kind', ['tempo'], { kind: 'real', otherkind: 'text' });
    expect(describeFinding(kinds, speaker(spanish))).toBe(
      'tempo contiene números aquí y texto en el archivo de prueba.',
    );
  });

  it('takes no value of a cell for a kind', () => {
    const unseen = finding('category.unseen', ['mode'], { value: 'text', rows: 3 });
    expect(describeFinding(unseen, speaker(spanish))).toContain('«text»');
  });

  it('says what to do', () => {
    expect(describeRemedy(finding('column.duplicate', ['a', 'b']), english)).toBe(
      'Keep one of them.',
    );
  });
});
