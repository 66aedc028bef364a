import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/engine/index.js';
import { exitCodeOf, type Checked, type Outcome } from '../../../src/cli/check.js';
import { jsonReport } from '../../../src/cli/jsonReport.js';
import { textReport, type Paint } from '../../../src/cli/textReport.js';
import { linesOf } from '../../../src/shared/lines.js';
import { speaker } from '../../../src/shared/say.js';
import { placeOf, settingFor, stepWith } from '../reports.js';

const text = 'Sea\n$$\\sigma(x) = \\frac{1}{1 - e^{-x}} = 7$$\n';
const fault = placeOf('1 - e^{-x}', text);
const report: Report = {
  steps: [
    stepWith({
      place: placeOf('\\frac{1}{1 - e^{-x}}', text),
      latex: '\\frac{1}{1 - e^{-x}}',
      kind: 'definition',
      verdict: 'fails',
      reason: { code: 'definition.known', args: { name: '\\sigma' } },
      counterexample: { left: '0.73', right: '1.58', at: { x: '1' } },
      at: fault,
      fixes: [{ code: 'fix.sign', args: {}, place: fault, text: '1 + e^{-x}' }],
    }),
    stepWith({
      place: placeOf('7', text),
      verdict: 'fails',
      reason: { code: 'step.consequence', args: {} },
      cause: 0,
    }),
    stepWith({ place: placeOf('Sea', text), evidence: { method: 'exact' } }),
  ],
};

function outcomeOf(changes: Partial<Checked> = {}): Outcome {
  const file: Checked = {
    path: 'a.md',
    format: 'markdown',
    report,
    lines: [linesOf(text), linesOf(text)],
    setting: settingFor(report, text),
    ...changes,
  };
  return {
    files: [file],
    summary: { fails: 2, slip: 0, holds: 1, given: 0, unchecked: 0 },
    milliseconds: { parse: 1.26, check: 2 },
  };
}

const plain: Paint = (_style, piece) => piece;
const voice = { say: speaker({}), paint: plain };

describe('the report for people', () => {
  it('shows the place, the line, the wrong term, the reason and the repair', () => {
    expect(textReport(outcomeOf(), voice, false)).toBe(
      [
        'a.md:2:24  Wrong',
        '    $$\\sigma(x) = \\frac{1}{1 - e^{-x}} = 7$$',
        `    ${' '.repeat(23)}^^^^^^^^^^`,
        '    This is not the usual definition of \\sigma. For example, at x = 1.',
        '    Fix: Change the sign: 1 + e^{-x}',
        '',
        'a.md:2:38  wrong because of the mistake at a.md:2:24',
        '',
        '1 wrong, 1 carried over, 1 right.',
        '',
      ].join('\n'),
    );
  });

  it('names the cell of a notebook', () => {
    const steps = report.steps.map((step) => ({ ...step, at: { ...fault, part: 1 } }));
    const said = textReport(outcomeOf({ format: 'notebook', report: { steps } }), voice, false);
    expect(said).toContain('a.md:cell 2:2:24  Wrong');
  });

  it('does not let a document steer the terminal', () => {
    const evil = text.replace('Sea\n', '\u001b[2J\n').replace('\\sigma', '\u001b[31m');
    const place = placeOf('1 - e^{-x}', evil);
    const steps = report.steps.map((step) => ({ ...step, place, at: place }));
    const file = { report: { steps }, lines: [linesOf(evil)], path: 'a\u0007.md' };
    expect(textReport(outcomeOf(file), voice, false)).not.toMatch(/[^\P{Cc}\n]/u);
  });

  it('shows the part of a long line around the mistake', () => {
    const long = `${'x + '.repeat(100)}1 - e^{-x}${' + x'.repeat(100)}`;
    const place = placeOf('1 - e^{-x}', long);
    const steps = report.steps.slice(0, 1).map((step) => ({ ...step, place, at: place }));
    const file = { report: { steps }, lines: [linesOf(long)] };
    const [, line = '', marks = ''] = textReport(outcomeOf(file), voice, false).split('\n');
    expect(line.length).toBeLessThan(100);
    expect(line.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('1 - e^{-x}');
  });
});

describe('the report for programs', () => {
  const parsed = (outcome: Outcome, time = false): unknown => JSON.parse(jsonReport(outcome, time));

  it('follows the contract', () => {
    expect(parsed(outcomeOf(), true)).toMatchObject({
      version: 1,
      files: [
        {
          path: 'a.md',
          steps: [
            {
              start: { offset: 18, line: 2, column: 15 },
              end: { offset: 38, line: 2, column: 35 },
              latex: '\\frac{1}{1 - e^{-x}}',
              kind: 'definition',
              verdict: 'fails',
              code: 'definition.known',
              message: 'This is not the usual definition of \\sigma. For example, at x = 1.',
              counterexample: { left: '0.73', right: '1.58', at: { x: '1' } },
              at: { start: { line: 2, column: 24 }, end: { line: 2, column: 34 } },
              fixes: [{ title: 'Change the sign: 1 + e^{-x}', text: '1 + e^{-x}' }],
              assumptions: [],
            },
            { verdict: 'fails', code: 'step.consequence', cause: 0 },
            { verdict: 'holds', evidence: { method: 'exact' } },
          ],
        },
      ],
      summary: { fails: 2, slip: 0, holds: 1, given: 0, unchecked: 0 },
      milliseconds: { parse: 1.3, check: 2 },
    });
  });

  it('leaves out what a step has not', () => {
    const output = parsed(outcomeOf()) as { files: [{ steps: object[] }]; milliseconds?: unknown };
    expect(Object.keys(output.files[0].steps[2] ?? {}).toSorted()).toEqual(
      'assumptions end evidence fixes kind latex start verdict'.split(' '),
    );
    expect(output.milliseconds).toBeUndefined();
  });

  it('gives the index of the cell in notebooks', () => {
    expect(parsed(outcomeOf({ format: 'notebook' }))).toMatchObject({
      files: [{ steps: [{ cell: 0 }, { cell: 0 }, { cell: 0 }] }],
    });
  });
});

describe('the exit code', () => {
  it('tells wrong work from files that were not read', () => {
    const wrong = outcomeOf();
    const clean = { ...wrong, summary: { ...wrong.summary, fails: 0 } };
    const unread: Checked = { path: 'b', error: { code: 'file.missing', message: '' } };
    expect(exitCodeOf(clean)).toBe(0);
    expect(exitCodeOf({ ...clean, summary: { ...clean.summary, slip: 1 } })).toBe(1);
    expect(exitCodeOf(wrong)).toBe(1);
    expect(exitCodeOf({ ...wrong, files: [...wrong.files, unread] })).toBe(2);
  });
});
