import { describe, expect, it } from 'vitest';
import { clip, sayFirst, speaker } from '../../../src/shared/say.js';

const say = speaker({ 'Hello {name}.': 'Hola, {name}.' });

describe('speaking', () => {
  it('fills the translation', () => {
    expect(say('Hello {name}.', { name: 'Ana' })).toBe('Hola, Ana.');
  });

  it('falls back on English', () => {
    expect(say('Goodbye {name}.', { name: 'Ana' })).toBe('Goodbye Ana.');
  });

  it('never fills what a value brings along', () => {
    expect(say('{old} and {new}', { old: '{new}', new: 'x' })).toBe('{new} and x');
  });

  it('leaves a placeholder that has no value, and those of the prototype', () => {
    expect(say('{name} {constructor}', {})).toBe('{name} {constructor}');
  });
});

describe('the first wording', () => {
  const wordings = ['{name} is {value}.', '{name} is wrong.', 'It is wrong.'] as const;

  it.each([
    [{ name: 'h', value: '2' }, 'h is 2.'],
    [{ name: 'h', value: '' }, 'h is wrong.'],
    [{ value: '2' }, 'It is wrong.'],
  ])('with %j', (args, sentence) => {
    expect(sayFirst(speaker({}), wordings, args)).toBe(sentence);
  });

  it('cuts long values and joins their lines', () => {
    const said = sayFirst(speaker({}), wordings, { name: `a\n  b${'c'.repeat(500)}` });
    expect(said).toMatch(/^a bc+… is wrong\.$/);
    expect(said.length).toBeLessThan(120);
  });
});

describe('clipping', () => {
  it('keeps what fits', () => {
    expect(clip('12345', 5)).toBe('12345');
    expect(clip('123456', 5)).toBe('1234…');
  });
});
