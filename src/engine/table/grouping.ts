/** A data file or folder of the workspace, by its path from the workspace's root with `/` between folders. */
export interface DataFile {
  readonly path: string;
  readonly bytes: number;
  /** A folder of sound clips stands for all of them. */
  readonly clips?: number;
}

export type Role = 'train' | 'validation' | 'test' | 'predictions';

export interface DataGroup {
  /** What the files have in common: `tracks_fma`; a single file's own name. */
  readonly name: string;
  /** The folder, without a slash at its end; empty for the workspace's own. */
  readonly folder: string;
  readonly members: readonly DataMember[];
}

export interface DataMember {
  readonly file: DataFile;
  readonly role: Role | undefined;
  /** What the file holds beside its group's name and role: `metadata`, `features`. */
  readonly part: string;
}

/**
 * Puts together the files of a folder whose names differ only in words of a role (train, test ...) or
 * a part (metadata, features ...): `tracks_fma_train_metadata.csv` with `tracks_fma_test_features.csv`.
 * Files that differ in anything else stay apart, however alike they look. Groups and members are in
 * the order of their names, folders before the folders within them.
 */
export function groupFiles(files: readonly DataFile[]): readonly DataGroup[] {
  const groups = new Map<string, DataMember[]>();
  const read = files.map((file) => ({ file, ...readName(file) }));
  for (const { file, folder, core, format, role, part } of read) {
    const key = JSON.stringify([folder, core, format]);
    const members = groups.get(key) ?? [];
    members.push({ file, role, part });
    groups.set(key, members);
  }
  return [...groups]
    .map(([key, members]) => groupOf(JSON.parse(key) as [string, string], members))
    .toSorted((a, b) => compare(a.folder, b.folder) || compare(a.name, b.name));
}

/**
 * The folders of sound clips, from the clips' paths. Clips that are sorted into many folders beside
 * each other, one for each speaker or class, are one set: the folder above them.
 */
export function clipFolders(clips: readonly DataFile[]): readonly DataFile[] {
  const folders = gather(clips.map((clip) => ({ ...clip, path: parentOf(clip.path), clips: 1 })));
  const above = groupBy(folders, ({ path }) => parentOf(path));
  const sets = [...above].flatMap(([parent, children]) =>
    parent !== '' && children.length >= MANY_FOLDERS
      ? children.map((child) => ({ ...child, path: parent }))
      : children,
  );
  return gather(sets).filter(({ path }) => path !== '');
}

/** From this number on, folders of clips beside each other are taken for the parts of one set. */
const MANY_FOLDERS = 4;

function gather(files: readonly DataFile[]): readonly DataFile[] {
  const sums = new Map<string, DataFile>();
  for (const { path, bytes, clips = 1 } of files) {
    const sum = sums.get(path);
    sums.set(path, { path, bytes: bytes + (sum?.bytes ?? 0), clips: clips + (sum?.clips ?? 0) });
  }
  return [...sums.values()];
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

const ROLES: Readonly<Record<string, Role>> = {
  train: 'train',
  training: 'train',
  entrenamiento: 'train',
  val: 'validation',
  valid: 'validation',
  validation: 'validation',
  validacion: 'validation',
  dev: 'validation',
  test: 'test',
  testing: 'test',
  prueba: 'test',
  pruebas: 'test',
  predictions: 'predictions',
  predicciones: 'predictions',
  submission: 'predictions',
};

/** Parts of one data set that are kept in files of their own and share a key. */
const PARTS: ReadonlySet<string> = new Set([
  'metadata',
  'metadatos',
  'meta',
  'features',
  'caracteristicas',
  'labels',
  'etiquetas',
  'clases',
  'x',
  'y',
]);

interface ReadName {
  readonly folder: string;
  /** The end of the name: what is read in another way belongs to something else. */
  readonly format: string;
  readonly core: string;
  readonly role: Role | undefined;
  readonly part: string;
}

function readName({ path, clips }: Pick<DataFile, 'path' | 'clips'>): ReadName {
  const slash = path.lastIndexOf('/');
  const name = path.slice(slash + 1);
  const dot = name.lastIndexOf('.');
  const end = dot > 0 && clips === undefined ? dot : name.length;
  const stem = name.slice(0, end);
  const words = stem.split(/[_\-. ]+/).filter((word) => word !== '');
  const plain = words.map(plainWord);
  const role = plain.map((word) => rowOf(ROLES, word)).find((found) => found !== undefined);
  const part = words.filter((_word, index) => PARTS.has(plain[index] ?? ''));
  const core = words.filter((_word, index) => {
    const word = plain[index] ?? '';
    return rowOf(ROLES, word) === undefined && !PARTS.has(word);
  });
  return {
    folder: parentOf(path),
    format: name.slice(end).toLowerCase(),
    core: core.join('_'),
    role,
    part: part.join(' '),
  };
}

function groupOf([folder, core]: readonly [string, string], members: DataMember[]): DataGroup {
  const [only] = members;
  const ordered = members.toSorted(
    (a, b) => order(a.role) - order(b.role) || compare(a.file.path, b.file.path),
  );
  const alone = members.length === 1 && only !== undefined;
  // `train.csv` and `test.csv` have nothing but their folder in common.
  const shared = core === '' ? (folder.split('/').at(-1) ?? '') : core;
  return {
    name: alone ? only.file.path.slice(only.file.path.lastIndexOf('/') + 1) : shared,
    folder,
    members: ordered,
  };
}

const ORDER: readonly (Role | undefined)[] = [
  'train',
  'validation',
  'test',
  'predictions',
  undefined,
];

function order(role: Role | undefined): number {
  return ORDER.indexOf(role);
}

/** Small letters without accents: `Validación` is `validacion`. */
function plainWord(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
}

function rowOf(table: Readonly<Record<string, Role>>, word: string): Role | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}

/** By code units: the same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
