import { describe, expect, it } from 'vitest';
import { formulasOf } from './reading.js';

function cuesOf(text: string, index = 0): readonly string[] {
  return formulasOf(text)[index]?.cues.map((cue) => cue.kind) ?? [];
}

describe('cues', () => {
  it('reach a display in a paragraph of its own', () => {
    expect(cuesOf('Por lo tanto:\n\n$$a = b$$')).toEqual(['result']);
    expect(cuesOf('Por lo tanto, es claro.\n\n$$a = b$$')).toEqual([]);
  });

  it('stop at the end of the sentence, but not at an abbreviation', () => {
    expect(cuesOf('Definimos la red. Ahora $a$')).toEqual([]);
    expect(cuesOf('Definimos, i.e. por convenio, $a$')).toEqual(['definition']);
  });

  it('come in the order of the text, nearest last', () => {
    expect(cuesOf('Recordemos que se define como $a$')).toEqual(['recall', 'definition']);
    expect(cuesOf('Definimos $a$ y por lo tanto $b$', 1)).toEqual(['definition', 'result']);
  });

  it('do not cross headings, items or cells', () => {
    expect(cuesOf('Sea la red\n\n# Otra\n\n$a$')).toEqual([]);
    expect(cuesOf('- Sea la red\n- $a$')).toEqual([]);
    expect(cuesOf('| Sea | $a$ |\n|---|---|')).toEqual([]);
  });

  it('are not found inside other words', () => {
    expect(cuesOf('Pasean y desean $a$, o sea $b$', 1)).toEqual([]);
  });
});
