import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { audioMessages } from '../../shared/audioWords.js';
import { startAudioThread } from '../../worker/audio/thread.js';
import { say } from '../messages.js';
import { AudioPanel } from './audioPanel.js';

/** Opens folders of clips; one view for each. */
export function registerAudio(context: vscode.ExtensionContext): vscode.Disposable {
  const folders = new AudioFolders(context);
  return vscode.Disposable.from(
    folders,
    vscode.commands.registerCommand('tarea.openAudio', async (place?: unknown) => {
      const uri = place instanceof vscode.Uri ? place : await chooseFolder();
      if (uri !== undefined) folders.open(uri);
    }),
  );
}

class AudioFolders implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #panels = new Map<string, AudioPanel>();

  constructor(context: vscode.ExtensionContext) {
    this.#context = context;
  }

  /** A folder, or a clip in one. */
  open(uri: vscode.Uri): void {
    const isClip = existsSync(uri.fsPath) && statSync(uri.fsPath).isFile();
    const folder = isClip ? vscode.Uri.joinPath(uri, '..') : uri;
    const clip = isClip ? path.basename(uri.fsPath) : '';
    const key = folder.toString();
    const panel = this.#panels.get(key);
    if (panel !== undefined) {
      panel.reveal(clip);
      return;
    }
    const script = this.#context.asAbsolutePath('dist/audio.cjs');
    const made = new AudioPanel({
      extension: this.#context.extensionUri,
      folder,
      startThread: () => startAudioThread(script),
      clip,
    });
    this.#panels.set(key, made);
    made.onDidDispose(() => {
      this.#panels.delete(key);
    });
  }

  dispose(): void {
    for (const panel of this.#panels.values()) panel.dispose();
    this.#panels.clear();
  }
}

/** Clips of the workspace that are looked for, to find their folders. */
const MAX_FOUND = 5_000;

/** The workspace's folder of clips where there is one, else one that the person picks. */
async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const clips = await vscode.workspace.findFiles('**/*.[wW][aA][vV]', undefined, MAX_FOUND);
  const folders = new Map(
    clips.map((clip) => {
      const folder = vscode.Uri.joinPath(clip, '..');
      return [folder.toString(), folder] as const;
    }),
  );
  const [only] = folders.values();
  if (folders.size === 1) return only;
  if (folders.size === 0) return browse();
  const items = [...folders.values()].map((folder) => ({
    label: vscode.workspace.asRelativePath(folder),
    folder,
  }));
  items.sort((a, b) => a.label.localeCompare(b.label));
  const placeHolder = say(audioMessages.folderWhere);
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.folder;
}

async function browse(): Promise<vscode.Uri | undefined> {
  const [chosen] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      title: say(audioMessages.folderWhere),
    })) ?? [];
  return chosen;
}
