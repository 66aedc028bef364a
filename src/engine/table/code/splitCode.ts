import { pyString, pyCall, type Python } from './python.js';
import type { Screen } from './screen.js';
import { cellsOf, joinSnippets, snippet, type Desk, type Snippet } from './snippet.js';

type Split = Extract<Screen, { kind: 'split' }>;

/** The parts of a saved split; where none was saved, parts of the same shares that scikit-learn draws. */
export function splitCode(screen: Split, desk: Desk): Snippet {
  const { fileName, target } = screen;
  const parts = fileName === undefined ? drawn(screen, desk) : saved(screen, fileName, desk);
  return target === undefined ? parts : joinSnippets([parts, features(screen, target, desk)]);
}

/** What a model is trained with: `X_train`, `y_train`. */
function features({ shares }: Split, target: string, desk: Desk): Snippet {
  const name = pyString(target);
  const lines = Object.keys(shares).map((part) => {
    const frame = variable(part);
    return `X_${frame}, y_${frame} = ${frame}.drop(columns=${name}), ${frame}[${name}]`;
  });
  return snippet(desk, 'features', lines);
}

function saved({ shares }: Split, fileName: string, desk: Desk): Snippet {
  return snippet(
    desk,
    'splitSaved',
    [
      `with open(${pyString(fileName)}, encoding='utf-8') as file:`,
      "    rows = json.load(file)['parts']",
      ...Object.keys(shares).map(
        (part) => `${variable(part)} = ${desk.frame}.iloc[rows[${pyString(part)}]]`,
      ),
    ],
    ['import json'],
  );
}

/** One part after another is taken from what is left. */
function drawn(screen: Split, desk: Desk): Snippet {
  const parts = Object.entries(screen.shares);
  const lines: string[] = [];
  let from = desk.frame;
  let left = 1;
  for (const [at, [part, share]] of parts.slice(0, -1).entries()) {
    const rest = at === parts.length - 2 ? variable(parts.at(-1)?.[0] ?? '') : 'rest';
    const size = String(Number((share / left).toFixed(6)));
    lines.push(...step(screen, { ...desk, frame: from }, [variable(part), rest], size));
    from = rest;
    left -= share;
  }
  const grouped = screen.group !== undefined;
  return snippet(desk, 'splitDrawn', lines, [
    `from sklearn.model_selection import ${grouped ? 'GroupShuffleSplit' : 'train_test_split'}`,
  ]);
}

function step(
  { seed, stratify, group }: Split,
  desk: Desk,
  [part, rest]: readonly [string, string],
  size: string,
): readonly Python[] {
  const { frame } = desk;
  if (group !== undefined) {
    const splitter = `GroupShuffleSplit(n_splits=1, train_size=${size}, random_state=${seed})`;
    return [
      `first, second = next(${splitter}.split(${frame}, groups=${cellsOf(desk, group)}))`,
      `${part}, ${rest} = ${frame}.iloc[first], ${frame}.iloc[second]`,
    ];
  }
  const classes = stratify === undefined ? [] : [`stratify=${cellsOf(desk, stratify)}`];
  const call = pyCall('train_test_split', [
    frame,
    `train_size=${size}`,
    ...classes,
    `random_state=${seed}`,
  ]);
  return [`${part}, ${rest} = ${call}`];
}

/** A part's name as a variable of Python's; one that is not common is told apart from Python's own words. */
function variable(part: string): string {
  if (USUAL.includes(part)) return part;
  return `part_${part
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '_')}`;
}

const USUAL: readonly string[] = ['train', 'validation', 'test'];
