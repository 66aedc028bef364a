import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import bundle from '../../l10n/bundle.l10n.es.json' with { type: 'json' };
import manifestSpanish from '../../package.nls.es.json' with { type: 'json' };
import manifestEnglish from '../../package.nls.json' with { type: 'json' };
import { sentences as cli } from '../../src/cli/sentences.js';
import { dataSentences } from '../../src/extension/data/sentences.js';
import { sentences as extension } from '../../src/extension/sentences.js';
import * as audioWords from '../../src/shared/audioWords.js';
import { codeWords } from '../../src/shared/codeWords.js';
import { dataWords } from '../../src/shared/dataWords.js';
import * as findingWords from '../../src/shared/findingWords.js';
import * as predictionWords from '../../src/shared/predictionWords.js';
import * as projectionWords from '../../src/shared/projectionWords.js';
import { placeholders, type Bundle } from '../../src/shared/say.js';
import { tableProblems } from '../../src/shared/tableProblems.js';
import * as tableWords from '../../src/shared/tableWords.js';
import * as words from '../../src/shared/words.js';

const root = new URL('../../', import.meta.url);
const spanish: Bundle = bundle;

/** Everything that can be said: a sentence outside these tables would not be translated. */
const tables: readonly Readonly<Record<string, string | readonly string[]>>[] = [
  ...Object.values(words),
  cli,
  extension,
  dataWords,
  codeWords,
  dataSentences,
  ...Object.values(audioWords),
  ...Object.values(projectionWords),
  tableProblems,
  ...Object.values(findingWords),
  ...Object.values(tableWords),
  ...Object.values(predictionWords),
];
const said = new Set(tables.flatMap((table) => Object.values(table)).flat());

describe('the Spanish bundle', () => {
  it('translates every sentence', () => {
    expect([...said].filter((sentence) => !(sentence in spanish))).toEqual([]);
  });

  it('holds no sentence that nobody says', () => {
    expect(Object.keys(spanish).filter((sentence) => !said.has(sentence))).toEqual([]);
  });

  it.each(Object.entries(spanish))('keeps the placeholders of %j', (english, translation) => {
    expect(placeholders(translation).toSorted()).toEqual(placeholders(english).toSorted());
  });

  it('leaves nothing in English', () => {
    expect(Object.entries(spanish).filter(([english, other]) => english === other)).toEqual([]);
  });
});

describe('the wordings of a code', () => {
  const wordings = [words, findingWords, predictionWords, tableWords]
    .flatMap((each) =>
      Object.values<Readonly<Record<string, string | readonly string[]>>>({ ...each }),
    )
    .flatMap((table) => Object.entries<string | readonly string[]>(table))
    .filter((row): row is [string, readonly string[]] => typeof row[1] !== 'string');

  it.each(wordings)('%s can be said without arguments', (_code, sentences) => {
    expect(placeholders(sentences.at(-1) ?? '{none}')).toEqual([]);
  });
});

describe('the manifest', () => {
  const manifest = readFileSync(new URL('package.json', root), 'utf8');
  const used = [...manifest.matchAll(/"%([\w.]+)%"/g)].map(([, key = '']) => key).toSorted();

  it('uses exactly the English keys', () => {
    expect([...new Set(used)]).toEqual(Object.keys(manifestEnglish).toSorted());
  });

  it('has the same keys in Spanish', () => {
    expect(Object.keys(manifestSpanish).toSorted()).toEqual(
      Object.keys(manifestEnglish).toSorted(),
    );
  });
});

describe('the sources', () => {
  const files = readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `src/${file}`);

  it.each(files)('%s speaks through the tables', (file) => {
    const source = readFileSync(new URL(file, root), 'utf8');
    expect(source.match(/\b(?:say|l10n\.t)\(\s*['"`]/g)).toBeNull();
  });
});
