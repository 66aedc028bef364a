import { open } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { DataFile } from '../../engine/table/grouping.js';

/** A data file of a folder that is open; `file.path` is below that folder. */
export interface FoundFile {
  readonly uri: vscode.Uri;
  readonly folder: vscode.WorkspaceFolder;
  readonly file: DataFile;
}

/** Endings of what is listed. A `.txt` may be anything: it is opened by hand. */
const TABLES = '**/*.{csv,tsv,parquet,jsonl,ndjson,json,CSV,TSV}';
const CLIPS = '**/*.{wav,WAV}';
const ELSEWHERE = '**/{node_modules,.git,.venv,venv,__pycache__,.ipynb_checkpoints}/**';

/** Past it a folder is no coursework, and a list of it is no help. */
const MAX_TABLES = 500;
const MAX_CLIPS = 60_000;

/** The data files of every folder that is open, and the clips, each with its size. */
export async function findDataFiles(): Promise<{
  readonly tables: readonly FoundFile[];
  readonly clips: readonly FoundFile[];
}> {
  const [tables, clips] = await Promise.all([
    vscode.workspace.findFiles(TABLES, ELSEWHERE, MAX_TABLES),
    vscode.workspace.findFiles(CLIPS, ELSEWHERE, MAX_CLIPS),
  ]);
  const found = await Promise.all(tables.map((uri) => foundFile(uri, sizeOf)));
  // Sixty thousand questions for sizes would keep the disk busy: a clip's is not shown.
  const heard = await Promise.all(clips.map((uri) => foundFile(uri, () => Promise.resolve(0))));
  return { tables: found.flatMap(known), clips: heard.flatMap(known) };
}

/** Tells when a data file came, went or changed, once for many at a time. */
export function watchDataFiles(onChange: () => void): vscode.Disposable {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(onChange, PAUSE);
  };
  const watchers = [TABLES, CLIPS].map((pattern) => {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    watcher.onDidCreate(soon);
    watcher.onDidDelete(soon);
    watcher.onDidChange(soon);
    return watcher;
  });
  const folders = vscode.workspace.onDidChangeWorkspaceFolders(soon);
  return vscode.Disposable.from(...watchers, folders, {
    dispose: () => {
      clearTimeout(waiting);
    },
  });
}

/** Milliseconds of quiet: a programme that writes many files is let finish. */
const PAUSE = 500;

function known(found: FoundFile | undefined): readonly FoundFile[] {
  return found === undefined ? [] : [found];
}

async function foundFile(
  uri: vscode.Uri,
  size: (uri: vscode.Uri) => Promise<number | undefined>,
): Promise<FoundFile | undefined> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  // Only what is on this machine's disk can be read by the table process.
  if (folder === undefined || uri.scheme !== 'file') return undefined;
  const bytes = await size(uri);
  const path = uri.path.slice(folder.uri.path.length).replace(/^\/+/, '');
  return bytes === undefined ? undefined : { uri, folder, file: { path, bytes } };
}

/** Nothing where it is no table at all: most `.json` files are settings, a table is a list of records. */
async function sizeOf(uri: vscode.Uri): Promise<number | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return !uri.path.endsWith('.json') || (await beginsList(uri.fsPath)) ? size : undefined;
  } catch {
    // It went away between being found and being looked at.
    return undefined;
  }
}

async function beginsList(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(64), position: 0 });
    return /^[\uFEFF\s]*\[\s*(?:\{|$)/.test(buffer.toString('utf8', 0, bytesRead));
  } finally {
    await file.close();
  }
}
