import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { verdicts } from '../../src/shared/words.js';
import { exists, filesBelow, manifest, read, sources } from './project.js';

/** The papers that people read; documents under test are none of them. */
const papers = filesBelow('').filter(
  (file) => file.endsWith('.md') && !/^test\/(?:bank|fixtures|documents\/\w+)\//.test(file),
);

const verbs = Object.keys(manifest().scripts);
/** Verbs that npm has by itself. */
const npmVerbs = ['install', 'ci', 'test', 'start', 'run'];

function words(file: string, pattern: RegExp): readonly { file: string; found: string }[] {
  return [...read(file).matchAll(pattern)].map(([, found]) => ({ file, found: found ?? '' }));
}

function table(file: string): Readonly<Record<string, string>> {
  return JSON.parse(read(file)) as Record<string, string>;
}

/** The name that GitHub gives a heading's anchor. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}

function anchors(file: string): readonly string[] {
  return words(file, /^#{1,6} (.+)$/gm).map(({ found }) => anchorOf(found));
}

function isDead(file: string, link: string): boolean {
  const [target = '', anchor] = link.split('#');
  const full = target === '' ? file : path.posix.join(path.posix.dirname(file), target);
  return !exists(full) || (anchor !== undefined && !anchors(full).includes(anchor));
}

describe('the papers', () => {
  it('are all there', () => {
    const expected = ['README.md', 'README.es.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'];
    expect(papers).toEqual(expect.arrayContaining([...expected, 'CHANGELOG.md']));
  });

  it('link to what exists', () => {
    const links = papers.flatMap((file) => words(file, /\]\((?!https?:|mailto:)([^)\s]+)\)/g));
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter(({ file, found }) => isDead(file, found))).toEqual([]);
  });

  it('name paths that exist', () => {
    const paths = papers.flatMap((file) =>
      words(file, /`((?:src|test|scripts|examples|l10n|media|\.vscode|\.ci)\/[\w./-]*)`/g),
    );
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter(({ found }) => !exists(found))).toEqual([]);
  });

  it('name npm verbs that exist', () => {
    const run = papers.flatMap((file) => words(file, /npm run ([\w:-]+)/g));
    const plain = papers.flatMap((file) => words(file, /npm (?!run )([a-z]+)\b/g));
    expect(run.length).toBeGreaterThan(3);
    expect(run.filter(({ found }) => !verbs.includes(found))).toEqual([]);
    expect(plain.filter(({ found }) => !npmVerbs.includes(found))).toEqual([]);
  });

  it('explain every verb', () => {
    const text = read('CONTRIBUTING.md');
    expect(
      verbs.filter(
        (verb) => !text.includes(`npm run ${verb}\``) && !text.includes(`npm ${verb}\``),
      ),
    ).toEqual([]);
  });
});

const readmes = [
  { paper: 'README.md', titles: 'package.nls.json', bundle: undefined },
  { paper: 'README.es.md', titles: 'package.nls.es.json', bundle: 'l10n/bundle.l10n.es.json' },
];

describe.each(readmes)('$paper', ({ paper, titles, bundle }) => {
  const text = read(paper);
  const { contributes } = manifest();

  it('names every setting', () => {
    const settings = Object.keys(contributes?.configuration?.properties ?? {});
    expect(settings.length).toBeGreaterThan(0);
    expect(settings.filter((id) => !text.includes(`\`${id}\``))).toEqual([]);
  });

  it('names every command by its title', () => {
    const words = table(titles);
    const commands = (contributes?.commands ?? []).map(
      ({ category, title }) => `${category}: ${words[title.replaceAll('%', '')] ?? title}`,
    );
    expect(commands.length).toBeGreaterThan(0);
    expect(commands.filter((title) => !text.includes(`**${title}**`))).toEqual([]);
  });

  it('explains every verdict in the words that are shown', () => {
    const words = bundle === undefined ? {} : table(bundle);
    const shown = Object.values(verdicts).map((word) => words[word] ?? word);
    expect(shown.filter((word) => !text.includes(`| **${word}**`))).toEqual([]);
  });
});

describe('comments', () => {
  it('point to files that exist', () => {
    const paths = sources().flatMap((file) =>
      words(file, /^\s*(?:\/\/|\*).*?\b((?:src|test|scripts)\/[\w./-]+\.(?:ts|mjs|json|md))\b/gm),
    );
    expect(paths.filter(({ found }) => !exists(found))).toEqual([]);
  });
});
