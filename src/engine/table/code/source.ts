import type { Column } from '../column.js';
import { pyDict, pyList, pyString, type Python } from './python.js';
import { pandasCall } from './readCsv.js';
import type { CodeSource, Comments } from './screen.js';
import { joinSnippets, PANDAS, snippet, type Desk, type Snippet } from './snippet.js';

/** Reads a source into a frame whose columns are called as they are on the screen, the index among them. */
export function sourceSnippet(source: CodeSource, frame: string, comments: Comments): Snippet {
  const desk: Desk = { frame, columns: source.columns, comments };
  switch (source.kind) {
    case 'text':
      return textSource(source, desk);
    case 'parquet':
    case 'json': {
      const name = pyString(source.fileName);
      const call =
        source.kind === 'parquet'
          ? `pd.read_parquet(${name})`
          : `pd.read_json(${name}, lines=${isLines(source.fileName) ? 'True' : 'False'})`;
      return snippet(desk, 'read', [`${frame} = ${call}`], [PANDAS]);
    }
    case 'join':
      return joinSource(source, desk);
    default:
      return source satisfies never;
  }
}

function isLines(fileName: string): boolean {
  return /\.(?:jsonl|ndjson)$/i.test(fileName);
}

function textSource(source: Extract<CodeSource, { kind: 'text' }>, desk: Desk): Snippet {
  const { dialect, columns, fileName } = source;
  const text = pandasCall(dialect, columns, fileName, desk.frame).split('\n');
  const io = text[0] === 'import io';
  const read = snippet(
    desk,
    'read',
    io ? text.slice(1) : text,
    io ? ['import io', PANDAS] : [PANDAS],
  );
  const lines = flattened(source, desk.frame);
  return lines.length === 0 ? read : joinSnippets([read, snippet(desk, 'flatten', lines)]);
}

/** Lines that give a frame with layers of names, or with an index, the columns that the screen has. */
function flattened(
  { dialect, columns }: Extract<CodeSource, { kind: 'text' }>,
  frame: string,
): readonly string[] {
  const { levels, indexLine, rowNames } = dialect.header;
  const lines = indexLine || rowNames ? [`${frame} = ${frame}.reset_index()`] : [];
  if (rowNames) return [...lines, renamed(columns, frame)];
  if (levels < 2) return lines;
  const plain = columns.every(({ name, path }) => name === path.filter(Boolean).join('.'));
  if (!plain) return [...lines, `${frame}.columns = ${pyList(names(columns))}`];
  return [
    ...lines,
    `${frame}.columns = [`,
    "    '.'.join(part for part in name if part and not part.startswith('Unnamed: '))",
    `    for name in ${frame}.columns`,
    ']',
  ];
}

function names(columns: readonly Column[]): readonly string[] {
  return columns.map(({ name }) => pyString(name));
}

function renamed([first]: readonly Column[], frame: string): string {
  return `${frame} = ${frame}.rename(columns={${frame}.columns[0]: ${pyString(first?.name ?? '')}})`;
}

/** One row for each pair with the same key, and the keys without a partner. */
function joinSource(source: Extract<CodeSource, { kind: 'join' }>, desk: Desk): Snippet {
  const { comments, frame } = desk;
  const key = pyString(source.on);
  const [left, right] = [`${frame}_left`, `${frame}_right`];
  // Two joins may be on the screen.
  const only = frame === 'df' ? 'only_' : `${frame}_only_`;
  return joinSnippets([
    sourceSnippet(source.left, left, comments),
    sourceSnippet(source.right, right, comments),
    snippet(desk, 'join', [`${frame} = ${left}.merge(${right}${renamings(source)}, on=${key})`]),
    snippet(desk, 'unmatched', [
      `${only}left = ${left}[~${left}[${key}].isin(${right}[${key}])]`,
      `${only}right = ${right}[~${right}[${key}].isin(${left}[${key}])]`,
    ]),
  ]);
}

/** Columns of the right table whose names the left one has too are called as on the screen. */
function renamings({ left, right, on, columns }: Extract<CodeSource, { kind: 'join' }>): Python {
  const more = right.columns.filter(({ name }) => name !== on);
  const called = columns.slice(left.columns.length);
  const changed = more.flatMap(({ name }, at): readonly (readonly [Python, Python])[] => {
    const now = called[at]?.name ?? name;
    return now === name ? [] : [[pyString(name), pyString(now)]];
  });
  return changed.length === 0 ? '' : `.rename(columns=${pyDict(changed)})`;
}
