import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { AudioProblem, AudioProtocol, Folder } from '../../shared/audioProtocol.js';
import type {
  AudioEditorProtocol,
  AudioSetup,
  AudioState,
  AudioViewProtocol,
} from '../../shared/audioViewProtocol.js';
import { connect, type Endpoint, type Handlers } from '../../shared/rpc.js';
import { RpcError } from '../../shared/rpcError.js';
import { after } from '../../worker/after.js';
import type { AudioThread } from '../../worker/audio/thread.js';
import { languageOfWords } from '../data/describe.js';
import { say } from '../messages.js';
import { fillWebview, webviewPort } from '../webviewHost.js';
import { describeAudioProblem, wordsOfAudio } from './describe.js';
import { exportClips } from './exportClips.js';
import { giveClipCode } from './giveClipCode.js';

export interface AudioPanelOptions {
  readonly extension: vscode.Uri;
  readonly folder: vscode.Uri;
  readonly startThread: () => AudioThread;
  /** Shown first; empty for none. */
  readonly clip: string;
}

/** Bytes: a player in a page is given no more; the pictures have a limit of their own. */
const MAX_SOUND = 60_000_000;

/** Milliseconds without a word: a hundred thousand headers on a slow disk tell their progress. */
const PATIENCE = 120_000;

/** The view of one folder of clips, with a thread of its own. */
export class AudioPanel implements vscode.Disposable {
  readonly onDidDispose: vscode.Event<void>;
  readonly #options: AudioPanelOptions;
  readonly #panel: vscode.WebviewPanel;
  readonly #endpoint: Endpoint<AudioViewProtocol>;
  readonly #subscriptions: vscode.Disposable[] = [];
  #thread: AudioThread | undefined;
  #ready = false;
  #state: AudioState;

  constructor(options: AudioPanelOptions) {
    this.#options = options;
    const title = path.basename(options.folder.fsPath);
    this.#state = { title, scanning: 0, folder: null, trouble: '' };
    this.#panel = vscode.window.createWebviewPanel(AUDIO_VIEW, title, vscode.ViewColumn.Active);
    this.onDidDispose = this.#panel.onDidDispose;
    const port = webviewPort(this.#panel.webview, this.#panel.onDidDispose, this.#subscriptions);
    this.#endpoint = connect<AudioEditorProtocol, AudioViewProtocol>(port, this.#handlers(), after);
    this.#panel.onDidDispose(() => {
      this.dispose();
    });
    fillWebview(this.#panel.webview, options.extension, 'audio', ['media-src blob:']);
    void this.#scan();
  }

  /** Comes to the front, and shows a clip where one is named. */
  reveal(clip: string): void {
    this.#panel.reveal();
    if (clip !== '' && this.#ready) this.#tell(this.#endpoint.request('choose', clip).result);
  }

  dispose(): void {
    this.#endpoint.dispose();
    this.#thread?.end();
    this.#thread = undefined;
    for (const subscription of this.#subscriptions.splice(0)) subscription.dispose();
  }

  #handlers(): Handlers<AudioEditorProtocol> {
    const folder = this.#options.folder.fsPath;
    return {
      ready: () => {
        return this.#setup();
      },
      look: (params) => this.#ask('look', { ...params, folder }),
      sound: (name) => soundOf(folder, name),
      export: async (request) => {
        await exportClips({ ...request, folder }, this.#options.startThread);
        return null;
      },
      copy: async (text) => {
        await vscode.env.clipboard.writeText(text);
        return null;
      },
      giveCode: (wish) =>
        giveClipCode(folder, wish, async (request) => {
          const { text } = await this.#running().endpoint.request('code', request).result;
          return text;
        }),
      rescan: async () => {
        await this.#scan();
        return null;
      },
    };
  }

  async #setup(): Promise<AudioSetup> {
    const settings = await this.#running().endpoint.request('usual', {
      folder: this.#options.folder.fsPath,
    }).result;
    this.#ready = true;
    const { clip } = this.#options;
    const words = { language: languageOfWords(), words: wordsOfAudio() };
    return { state: this.#state, ...words, settings, clip };
  }

  #running(): AudioThread {
    this.#thread ??= this.#options.startThread();
    return this.#thread;
  }

  async #scan(): Promise<void> {
    const folder = this.#options.folder.fsPath;
    const reply = await this.#ask('scan', { folder }, ({ clips }) => {
      this.#show({ ...this.#state, scanning: clips });
    });
    const found = reply.ok ? folderOf(reply) : null;
    const trouble = reply.ok ? '' : describeAudioProblem(reply.problem, say);
    this.#show({ ...this.#state, scanning: null, folder: found, trouble });
  }

  /** Asks the thread, and makes a problem of an answer that never came. */
  async #ask<K extends 'scan' | 'look'>(
    name: K,
    params: AudioProtocol[K]['params'],
    onProgress?: (value: AudioProtocol[K]['progress']) => void,
  ): Promise<AudioProtocol[K]['result'] | { readonly ok: false; readonly problem: AudioProblem }> {
    const thread = this.#running();
    try {
      const options = { timeout: PATIENCE, ...(onProgress && { onProgress }) };
      return await thread.endpoint.request(name, params, options).result;
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      // A thread that died, or hangs, is of no more use; the next question gets a new one.
      thread.end();
      if (this.#thread === thread) this.#thread = undefined;
      return { ok: false, problem: { code: 'audio.gone', args: {} } };
    }
  }

  #show(state: AudioState): void {
    this.#state = state;
    if (this.#ready) this.#tell(this.#endpoint.request('show', state).result);
  }

  #tell(sent: Promise<null>): void {
    // A page that is gone, or was hidden, asks for everything when it is back.
    sent.catch(() => undefined);
  }
}

const AUDIO_VIEW = 'tareaAudio';

function folderOf({ clips, overview, speakers, more }: Folder): Folder {
  return { clips, overview, more, ...(speakers && { speakers }) };
}

/** Null where the file is gone, too large, or not below the folder. */
async function soundOf(folder: string, name: string): Promise<Uint8Array | null> {
  const file = path.resolve(folder, name);
  if (path.relative(folder, file).startsWith('..')) return null;
  try {
    const bytes = await readFile(file);
    return bytes.length > MAX_SOUND ? null : new Uint8Array(bytes);
  } catch {
    return null;
  }
}
