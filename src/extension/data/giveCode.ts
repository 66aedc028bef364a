import * as vscode from 'vscode';
import type { CodeGiven, CodeWish } from '../../shared/dataProtocol.js';
import { commentsIn } from '../../shared/codeWords.js';
import type { Reply, TableId } from '../../shared/tableProtocol.js';
import type { TableClient } from '../../worker/table/client.js';
import { say } from '../messages.js';
import { chooseNotebook } from './notebookChoice.js';
import { closePartner, openPartner } from './partners.js';

/** Gives the code for what is on the screen, with comments in the person's language. */
export async function giveCode(
  table: TableId,
  { screens, against, to }: CodeWish,
  tables: TableClient,
): Promise<Reply<CodeGiven>> {
  const notebook = to === 'notebook' ? await chooseNotebook() : undefined;
  if (to === 'notebook' && notebook === undefined) return { ok: true, notebook: '' };
  const other = against === '' ? undefined : await openPartner(against, tables);
  if (other?.ok === false) return other;
  const request = {
    table,
    screens,
    comments: commentsIn(say),
    ...(other && { against: other.preview.table }),
    ...(notebook?.folder !== undefined && { folder: notebook.folder }),
  };
  const reply = await tables.ask('code', request).reply;
  closePartner(other, tables);
  if (!reply.ok) return reply;
  if (notebook !== undefined) return { ok: true, notebook: await notebook.add(reply.text) };
  await vscode.env.clipboard.writeText(reply.text);
  return { ok: true, notebook: '' };
}
