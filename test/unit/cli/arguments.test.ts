import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../src/cli/arguments.js';

describe('a command line', () => {
  it('is read in any order', () => {
    const asked = readArguments([
      'check',
      'a.tex',
      '--lang=es',
      'b.md',
      '--format',
      'json',
      '--time',
    ]);
    expect(asked).toEqual({
      verb: 'check',
      files: ['a.tex', 'b.md'],
      format: 'json',
      lang: 'es',
      time: true,
      help: false,
    });
  });

  it.each([
    [['check', 'a.tex', '--fast'], { option: '--fast' }],
    [['check', 'a.tex', '--format', 'xml'], { option: '--format', values: 'text, json' }],
    [['check', 'a.tex', '--format'], { option: '--format', values: 'text, json' }],
    [['check', 'a.tex', '--lang', 'fr'], { option: '--lang', values: 'es, en' }],
    [['check', 'a.tex', '--time=yes'], { option: '--time' }],
    [['check', 'a.tex', '--constructor'], { option: '--constructor' }],
    [['chek', 'a.tex'], { verb: 'chek' }],
    [['check'], {}],
    [['check', 'a.tex', '--target', 'y'], { option: '--target' }],
    [['data', 'a.csv', '--target'], { option: '--target' }],
    [['data', 'a.csv', 'b.csv'], {}],
    [['data'], {}],
  ])('%j is not understood', (argv, args) => {
    expect(readArguments(argv).misunderstood?.args).toEqual(args);
  });

  it.each([[[]], [['--help']], [['check', '-h']]])('%j asks for help', (argv) => {
    expect(readArguments(argv)).toMatchObject({ help: true });
    expect(readArguments(argv).misunderstood).toBeUndefined();
  });

  it('names the target and the file to compare with', () => {
    const asked = readArguments(['data', 'train.csv', '--target', 'género', '--against=test.csv']);
    expect(asked).toMatchObject({
      verb: 'data',
      files: ['train.csv'],
      target: 'género',
      against: 'test.csv',
    });
    expect(asked.misunderstood).toBeUndefined();
  });

  it('takes what follows -- as files', () => {
    expect(readArguments(['check', '--', '--odd.md']).files).toEqual(['--odd.md']);
  });
});
