import * as vscode from 'vscode';
import type {
  DataEditorProtocol,
  DataSetup,
  DataViewProtocol,
  Place,
} from '../../shared/dataProtocol.js';
import type { ProjectionRows } from '../../shared/projectionViewProtocol.js';
import { connect, type Endpoint, type Handlers } from '../../shared/rpc.js';
import { after } from '../../worker/after.js';
import { fillWebview, webviewPort } from '../webviewHost.js';
import { DataDocument } from './dataDocument.js';
import { languageOfWords, wordsOfPages } from './describe.js';
import { findingsHandlers, type FindingsNeeds } from './findings.js';
import { giveCode } from './giveCode.js';
import { originOf } from './origin.js';
import { onDidChangeJoins } from './partners.js';
import { ProjectionSession } from './projectionSession.js';
import { startProjectionThread, type ProjectionThread } from '../../worker/projection/thread.js';
import type { TableClient } from '../../worker/table/client.js';
import type { Targets } from './targets.js';

export const DATA_EDITOR = 'tarea.data';

/**
 * Shows data files. It is a custom editor that only reads, because VS Code gives no document of over
 * 50 MB to extensions: what is read is the file itself, in the table process.
 */
export class DataEditor implements vscode.CustomReadonlyEditorProvider<DataDocument> {
  readonly #extension: vscode.Uri;
  readonly #tables: TableClient;
  readonly #targets: Targets;
  readonly #tellFindings: FindingsNeeds['tell'];
  readonly #startProjection: () => ProjectionThread;
  /** What to look at when the editor of a file comes up, told before it was opened. */
  readonly #places = new Map<string, Place>();
  readonly #shown = new Map<string, Set<Endpoint<DataViewProtocol>>>();

  constructor(
    extension: vscode.Uri,
    tables: TableClient,
    targets: Targets,
    tellFindings: FindingsNeeds['tell'],
  ) {
    this.#tellFindings = tellFindings;
    this.#extension = extension;
    const script = vscode.Uri.joinPath(extension, 'dist', 'projection.mjs').fsPath;
    this.#startProjection = () => startProjectionThread(script);
    this.#tables = tables;
    this.#targets = targets;
  }

  /** Opens a file's data, or brings it to the front, at a place. */
  async open(uri: vscode.Uri, place?: Place): Promise<void> {
    const key = uri.toString();
    const shown = this.#shown.get(key);
    if (place !== undefined && shown === undefined) this.#places.set(key, place);
    await vscode.commands.executeCommand('vscode.openWith', uri, DATA_EDITOR);
    if (place === undefined) return;
    for (const view of shown ?? []) view.request('go', place).result.catch(() => undefined);
  }

  openCustomDocument(uri: vscode.Uri): DataDocument {
    return new DataDocument(uri, originOf(uri), this.#tables, this.#targets);
  }

  resolveCustomEditor(document: DataDocument, panel: vscode.WebviewPanel): void {
    const subscriptions: vscode.Disposable[] = [];
    const port = webviewPort(panel.webview, panel.onDidDispose, subscriptions);
    const projection = new ProjectionSession(document, this.#tables, this.#startProjection);
    subscriptions.push(
      new vscode.Disposable(() => {
        projection.dispose();
      }),
    );
    let ready = false;
    const endpoint = connect<DataEditorProtocol, DataViewProtocol>(
      port,
      {
        ...this.#handlers(document, () => {
          ready = true;
        }),
        ...projection.handlers,
      },
      after,
    );
    const tell = (sent: Promise<null>): void => {
      // A page that is gone, or was hidden, asks for everything when it is back.
      sent.catch(() => undefined);
    };
    subscriptions.push(
      document.onDidChange(() => {
        if (ready) tell(endpoint.request('show', document.state()).result);
      }),
      document.onDidProgress((progress) => {
        if (ready) tell(endpoint.request('progress', progress).result);
      }),
      onDidChangeJoins(() => {
        if (ready) tell(endpoint.request('partnersChanged', null).result);
      }),
    );
    const key = document.uri.toString();
    const views = this.#shown.get(key) ?? new Set();
    this.#shown.set(key, views.add(endpoint));
    panel.onDidDispose(() => {
      endpoint.dispose();
      views.delete(endpoint);
      if (views.size === 0) this.#shown.delete(key);
      for (const subscription of subscriptions) subscription.dispose();
    });
    fillWebview(panel.webview, this.#extension, 'data');
  }

  #handlers(
    document: DataDocument,
    onReady: () => void,
  ): Omit<Handlers<DataEditorProtocol>, keyof ProjectionRows> {
    return {
      ready: () => {
        onReady();
        return this.#setup(document);
      },
      chooseTarget: async (target) => {
        await document.chooseTarget(target);
        return null;
      },
      copy: async (text) => {
        await vscode.env.clipboard.writeText(text);
        return null;
      },
      giveCode: (wish) => giveCode(document.table ?? NO_TABLE, wish, this.#tables),
      reload: () => {
        // Not waited for: to read gigabytes takes longer than an answer may.
        void document.read();
        return null;
      },
      stop: () => {
        document.stop();
        return null;
      },
      query: (params) => this.#tables.ask('query', params).reply,
      ...aboutTable(document, this.#tables),
      ...findingsHandlers(document, {
        tables: this.#tables,
        open: (uri, place) => this.open(uri, place),
        tell: this.#tellFindings,
      }),
    };
  }

  #setup(document: DataDocument): DataSetup {
    const key = document.uri.toString();
    const place = this.#places.get(key) ?? null;
    this.#places.delete(key);
    return { state: document.state(), language: languageOfWords(), words: wordsOfPages(), place };
  }
}

type AboutTable = 'page' | 'count' | 'profile' | 'target' | 'correlation';

/** Questions that go to the table process as they are, with the table's number. */
function aboutTable(
  document: DataDocument,
  tables: TableClient,
): Pick<Handlers<DataEditorProtocol>, AboutTable> {
  const table = (): number => document.table ?? NO_TABLE;
  return {
    page: (params) => tables.ask('page', { ...params, table: table() }).reply,
    count: (params) => tables.ask('count', { ...params, table: table() }).reply,
    profile: (params) => tables.ask('profile', { ...params, table: table() }).reply,
    target: (params) => tables.ask('target', { ...params, table: table() }).reply,
    correlation: (params) => tables.ask('correlation', { ...params, table: table() }).reply,
  };
}

/** No table has this number, so the answer is the problem that says so. */
const NO_TABLE = -1;
