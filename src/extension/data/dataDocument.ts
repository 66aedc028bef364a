import * as vscode from 'vscode';
import type { Column } from '../../engine/table/column.js';
import type { Note } from '../../engine/table/note.js';
import type { DataState } from '../../shared/dataProtocol.js';
import type { Cell, TableId, TableProblem } from '../../shared/tableProtocol.js';
import { describeNote } from '../../shared/describeNote.js';
import { say } from '../messages.js';
import { describeProblem } from '../../shared/describeProblem.js';
import {
  answered,
  closeTables,
  nameOfOrigin,
  openOrigin,
  type Opened,
  type Origin,
} from './origin.js';
import type { TableClient } from '../../worker/table/client.js';
import type { Targets } from './targets.js';

/** What is known of a table so far. */
interface Known {
  readonly table: TableId;
  readonly name: string;
  readonly bytes: number;
  readonly columns: readonly Column[];
  readonly notes: readonly Note[];
  readonly preview: readonly (readonly Cell[])[];
  readonly rows: number | null;
  /** All that are to be closed with it. */
  readonly tables: readonly TableId[];
  readonly said: readonly string[];
}

/** One data file that is shown; its views share it. It follows the file: a change is read again. */
export class DataDocument implements vscode.CustomDocument {
  readonly #changed = new vscode.EventEmitter<null>();
  readonly #progressed = new vscode.EventEmitter<{ bytes: number; of: number }>();
  readonly onDidChange = this.#changed.event;
  readonly onDidProgress = this.#progressed.event;
  readonly #watchers: readonly vscode.Disposable[];
  #revision = 0;
  #known: Known | undefined;
  #problem: TableProblem | undefined;
  #reading = new AbortController();
  #disposed = false;

  constructor(
    readonly uri: vscode.Uri,
    readonly origin: Origin,
    readonly tables: TableClient,
    readonly targets: Targets,
  ) {
    this.#watchers = [
      ...origin.files.map((file) => this.#watch(file)),
      targets.onDidChoose((file) => {
        if (file.toString() === uri.toString()) this.#changed.fire(null);
      }),
    ];
    void this.read();
  }

  get table(): TableId | undefined {
    return this.#known?.table;
  }

  get known(): Known | undefined {
    return this.#known;
  }

  state(): DataState {
    const known = this.#known;
    return {
      revision: this.#revision,
      title: nameOfOrigin(this.origin),
      name: known?.name ?? '',
      bytes: known?.bytes ?? 0,
      columns: known?.columns ?? [],
      preview: known?.preview ?? [],
      rows: known?.rows ?? null,
      notes: [
        ...(known?.said ?? []),
        ...(known?.notes ?? []).map((note) => describeNote(note, say)),
      ],
      trouble: this.#problem === undefined ? '' : describeProblem(this.#problem, say),
      target: this.targets.of(this.uri) ?? '',
    };
  }

  /** Reads the file from its beginning: the first block is shown before the rest was read. */
  async read(): Promise<void> {
    const revision = ++this.#revision;
    const before = this.#known;
    this.#known = undefined;
    this.#problem = undefined;
    this.#reading.abort();
    this.#reading = new AbortController();
    const { signal } = this.#reading;
    closeTables(before?.tables ?? [], this.tables);
    const opened = await openOrigin(this.origin, this.tables, { signal });
    if (revision !== this.#revision || this.#disposed) {
      if (opened.ok) closeTables(opened.tables, this.tables);
      return;
    }
    if (!opened.ok) {
      this.#fail(opened.problem);
      return;
    }
    this.#known = knownOf(opened);
    this.#changed.fire(null);
    if (opened.rows === null) await this.#load(opened.preview.table, revision, signal);
  }

  /** Ends a reading that is under way: what was shown of the file stays. */
  stop(): void {
    this.#reading.abort();
  }

  async chooseTarget(target: string): Promise<void> {
    await this.targets.choose(this.uri, target);
  }

  dispose(): void {
    this.#disposed = true;
    this.stop();
    vscode.Disposable.from(...this.#watchers, this.#changed, this.#progressed).dispose();
    closeTables(this.#known?.tables ?? [], this.tables);
  }

  async #load(table: TableId, revision: number, signal: AbortSignal): Promise<void> {
    const asked = this.tables.ask('load', { table }, (progress) => {
      if (revision === this.#revision) this.#progressed.fire(progress);
    });
    const loaded = await answered(asked, signal);
    if (revision !== this.#revision || this.#disposed || this.#known === undefined) return;
    if (loaded.ok) {
      const { rows, columns, notes } = loaded;
      this.#known = { ...this.#known, rows, columns, notes };
      this.#changed.fire(null);
    } else {
      this.#fail(loaded.problem);
    }
  }

  #fail(problem: TableProblem): void {
    this.#problem = problem;
    this.#changed.fire(null);
  }

  #watch(file: vscode.Uri): vscode.Disposable {
    const folder = vscode.Uri.joinPath(file, '..');
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(folder, escapeGlob(name)),
    );
    const again = (): void => void this.read();
    watcher.onDidChange(again);
    watcher.onDidCreate(again);
    watcher.onDidDelete(again);
    return watcher;
  }
}

function knownOf({ preview, rows, tables, said }: Extract<Opened, { ok: true }>): Known {
  const { table, name, bytes, columns, notes } = preview;
  return { table, name, bytes, columns, notes, preview: preview.rows, rows, tables, said };
}

/** A file may be called `[1]?.csv`. */
function escapeGlob(name: string): string {
  return name.replace(/[*?[\]{}]/g, '[$&]');
}
