import { pyList, pyString, pyCall, type Python } from './python.js';
import type { CodeSource, Screen } from './screen.js';
import { cellsOf, joinSnippets, snippet, type Desk, type Snippet } from './snippet.js';

type Split = Extract<Screen, { kind: 'split' }>;

/**
 * The parts of a saved split; where none was saved, parts of the same shares that scikit-learn draws. With a target, what
 * a model is trained with. A file of rows to predict is read into `test` already.
 */
export function splitCode(screen: Split, desk: Desk): Snippet {
  const { fileName, target, against } = screen;
  const parts = fileName === undefined ? drawn(screen, desk) : saved(screen, fileName, desk);
  if (target === undefined) return parts;
  const trained = features(screen, target, desk);
  return joinSnippets([
    parts,
    trained,
    ...(against === undefined ? [] : [tested(screen, against, desk)]),
  ]);
}

/** `X_train`, `y_train`. */
function features(screen: Split, target: string, desk: Desk): Snippet {
  const chosen = screen.features ?? desk.columns.map(({ name }) => name);
  const kept = new Set(chosen);
  const others = desk.columns.filter(({ name }) => name !== target && !kept.has(name));
  const listed = others.length > MANY;
  const name = pyString(target);
  const dropped = [name, ...others.map((column) => pyString(column.name))];
  const columns = dropped.length === 1 ? name : pyList(dropped);
  const lines = Object.keys(screen.shares).map((part) => {
    const frame = variable(part, screen);
    const cells = listed ? `${frame}[features]` : `${frame}.drop(columns=${columns})`;
    return `X_${frame}, y_${frame} = ${cells}, ${frame}[${name}]`;
  });
  const list = listed ? [`features = ${pyList(chosen.map(pyString))}`] : [];
  return snippet(desk, 'features', [...list, ...lines]);
}

/** More columns than these are not told off one by one. */
const MANY = 8;

/** `X_test`, of a file of its own: what it does not have is missing in all of its rows. */
function tested(screen: Split, against: CodeSource, desk: Desk): Snippet {
  const there = new Set(against.columns.map(({ name }) => name));
  const chosen = screen.features ?? [];
  const [first = 'train'] = Object.keys(screen.shares);
  const columns = `X_${variable(first, screen)}.columns`;
  const cells = chosen.every((name) => there.has(name))
    ? `test[${columns}]`
    : `test.reindex(columns=${columns})`;
  return snippet(desk, 'testFeatures', [`X_test = ${cells}`]);
}

function saved(screen: Split, fileName: string, desk: Desk): Snippet {
  return snippet(
    desk,
    'splitSaved',
    [
      `with open(${pyString(fileName)}, encoding='utf-8') as file:`,
      "    rows = json.load(file)['parts']",
      ...Object.keys(screen.shares).map(
        (part) => `${variable(part, screen)} = ${desk.frame}.iloc[rows[${pyString(part)}]]`,
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
    const rest = at === parts.length - 2 ? variable(parts.at(-1)?.[0] ?? '', screen) : 'rest';
    const size = String(Number((share / left).toFixed(6)));
    lines.push(...step(screen, { ...desk, frame: from }, [variable(part, screen), rest], size));
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

/**
 * A part's name as a variable of Python's; one that is not common is told apart from Python's own words, and a part for
 * tests from the file that is.
 */
function variable(part: string, { against }: Split): string {
  if (USUAL.includes(part) && (part !== 'test' || against === undefined)) return part;
  return `part_${part
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '_')}`;
}

const USUAL: readonly string[] = ['train', 'validation', 'test'];
