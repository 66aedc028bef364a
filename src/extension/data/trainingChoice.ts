import path from 'node:path';
import * as vscode from 'vscode';
import type { TrainingData } from '../../engine/table/split/training.js';
import type { Reply, SplitKept, TableId } from '../../shared/tableProtocol.js';
import type { TableClient } from '../../worker/table/client.js';
import { originOf, uriOfJoin } from './origin.js';

/** What a model is to be trained with: a split of a table, and rows to predict where there are some. */
export interface Chosen {
  readonly split: SplitKept;
  /** The file, or the join of two. */
  readonly data: vscode.Uri;
  readonly test: vscode.Uri | undefined;
  readonly target: string;
}

/** The names of files in which splits are looked for. */
const SPLITS = '**/*.split.json';

/**
 * The data set that is used in training. The file of its split says so, beside the data: it is found again after a
 * reload, on another machine, and by whatever trains.
 */
export class TrainingChoice implements vscode.Disposable {
  readonly #tables: TableClient;
  readonly #changed = new vscode.EventEmitter<null>();
  readonly onDidChange = this.#changed.event;
  readonly #watcher = vscode.workspace.createFileSystemWatcher(SPLITS);
  #all: readonly Chosen[] = [];

  constructor(tables: TableClient) {
    this.#tables = tables;
    const again = (): void => void this.look();
    this.#watcher.onDidCreate(again);
    this.#watcher.onDidChange(again);
    this.#watcher.onDidDelete(again);
    again();
  }

  /** Nothing while no data set is used. */
  get current(): Chosen | undefined {
    return this.#all[0];
  }

  /** The one that a file belongs to. */
  of(file: vscode.Uri): Chosen | undefined {
    return this.#all.find(({ data }) =>
      originOf(data).files.some((each) => each.fsPath === file.fsPath),
    );
  }

  /** Looks again at what the files say. */
  async look(): Promise<void> {
    const splits = await this.splits();
    const before = JSON.stringify(this.#all);
    this.#all = splits.flatMap((split) => chosenOf(split) ?? []);
    // A tree that is drawn anew loses the click that is just made on it.
    if (JSON.stringify(this.#all) !== before) this.#changed.fire(null);
  }

  /** The splits of the folder; with a table, whether each is of its rows. */
  async splits(table?: TableId): Promise<readonly SplitKept[]> {
    const found = await vscode.workspace.findFiles(SPLITS, '**/node_modules/**');
    const paths = found.filter(({ scheme }) => scheme === 'file').map(({ fsPath }) => fsPath);
    if (paths.length === 0) return [];
    const request = { paths: paths.toSorted(), ...(table !== undefined && { table }) };
    const reply = await this.#tables.ask('splits', request).reply;
    return reply.ok ? reply.splits : [];
  }

  /** Uses this one, and no other; gives how many columns a model may learn from. */
  async use(chosen: Chosen, table: TableId): Promise<Reply<{ readonly features: number }>> {
    const { split, data, test, target } = chosen;
    const folder = path.dirname(split.path);
    const training = {
      data: dataOf(data, folder),
      test: test === undefined ? null : dataOf(test, folder),
      target,
    };
    const reply = await this.#tables.ask('markSplit', { path: split.path, table, training }).reply;
    if (!reply.ok) return reply;
    await this.stop(split.path);
    await write(split.path, reply.text);
    await this.look();
    return { ok: true, features: reply.features };
  }

  /** Takes the mark from every split but the one named; the splits stay. */
  async stop(but = ''): Promise<void> {
    for (const { split } of this.#all.filter((each) => each.split.path !== but)) {
      const request = { path: split.path, training: null };
      const reply = await this.#tables.ask('markSplit', request).reply;
      if (reply.ok) await write(split.path, reply.text);
    }
    if (but === '') await this.look();
  }

  dispose(): void {
    vscode.Disposable.from(this.#watcher, this.#changed).dispose();
  }
}

async function write(file: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(vscode.Uri.file(file), new TextEncoder().encode(text));
}

function chosenOf(split: SplitKept): Chosen | undefined {
  const { training, target } = split;
  if (training === null || target === null) return undefined;
  const folder = path.dirname(split.path);
  const data = uriOf(training.data, folder);
  const test = training.test === null ? undefined : uriOf(training.test, folder);
  return data && { split, data, test, target };
}

function dataOf(uri: vscode.Uri, folder: string): TrainingData {
  const origin = originOf(uri);
  const files = origin.files.map(({ fsPath }) =>
    path.relative(folder, fsPath).replaceAll(path.sep, '/'),
  );
  return { files, on: origin.kind === 'join' ? origin.on : null };
}

function uriOf({ files, on }: TrainingData, folder: string): vscode.Uri | undefined {
  const [left, right] = files.map((file) => vscode.Uri.file(path.resolve(folder, file)));
  if (left === undefined || on === null) return left;
  return right && uriOfJoin(left, right, on);
}
