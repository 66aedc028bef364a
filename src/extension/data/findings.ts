import * as vscode from 'vscode';
import type { DataEditorProtocol, Place } from '../../shared/dataProtocol.js';
import type { Handlers } from '../../shared/rpc.js';
import type { Reply, SplitRequest } from '../../shared/tableProtocol.js';
import type { TableClient } from '../../worker/table/client.js';
import type { DataDocument } from './dataDocument.js';
import { closePartner, openPartner, partnersOf } from './partners.js';

/** What the pages of findings and of the split ask of the editor. */
export type FindingsHandlers = Pick<
  Handlers<DataEditorProtocol>,
  'partners' | 'findings' | 'openPartner' | 'split' | 'saveSplit'
>;

/** What these pages need of the rest of the editor. */
export interface FindingsNeeds {
  readonly tables: TableClient;
  readonly open: (uri: vscode.Uri, place: Place) => Promise<void>;
  /** How many findings a file has, but for mere notes. */
  readonly tell: (uri: vscode.Uri, count: number) => void;
}

export function findingsHandlers(document: DataDocument, needs: FindingsNeeds): FindingsHandlers {
  const { tables, open, tell } = needs;
  const table = (): number => document.table ?? NO_TABLE;
  return {
    partners: () => partnersOf(document.uri, tables),
    findings: async ({ against }, serving) => {
      const other = against === '' ? undefined : await openPartner(against, tables);
      if (other?.ok === false) return other;
      const request = {
        table: table(),
        ...targetOf(document),
        ...(other && { against: other.preview.table }),
      };
      const asked = tables.ask('findings', request, serving.progress);
      serving.onCancel(asked.cancel);
      const reply = await asked.reply;
      closePartner(other, tables);
      if (reply.ok) {
        tell(document.uri, reply.findings.filter(({ severity }) => severity !== 'info').length);
      }
      return reply;
    },
    openPartner: async ({ id, rows }) => {
      await open(vscode.Uri.parse(id), { tab: 'table', rows });
      return null;
    },
    split: async (wish) => {
      const reply = await tables.ask('split', { ...wish, table: table() }).reply;
      if (!reply.ok) return reply;
      const rows = Object.entries(reply.parts).map(([part, each]) => [part, each.length] as const);
      return { ok: true, rows: Object.fromEntries(rows), classes: reply.classes };
    },
    saveSplit: (wish) =>
      saveSplit(document.uri, { ...wish, ...targetOf(document), table: table() }, tables),
  };
}

/** The column to be predicted, where the table has it. */
function targetOf(document: DataDocument): { readonly target?: string } {
  const { target, columns } = document.state();
  return columns.some(({ name }) => name === target) ? { target } : {};
}

/** No table has this number, so the answer is the problem that says so. */
const NO_TABLE = -1;

/** Beside the data under the data's name, unless the person says otherwise. */
async function saveSplit(
  uri: vscode.Uri,
  request: SplitRequest,
  tables: TableClient,
): Promise<Reply<{ readonly path: string }>> {
  const made = await tables.ask('split', request).reply;
  if (!made.ok) return made;
  const name = uri.path.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  const folder =
    uri.scheme === 'file'
      ? vscode.Uri.joinPath(uri, '..')
      : (vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('.'));
  const place = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(folder, `${name}.split.json`),
    filters: { JSON: ['json'] },
  });
  if (place === undefined) return { ok: true, path: '' };
  await vscode.workspace.fs.writeFile(place, new TextEncoder().encode(made.file));
  return { ok: true, path: place.fsPath };
}
