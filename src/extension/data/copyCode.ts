import * as vscode from 'vscode';
import type { Screen } from '../../engine/table/code/screen.js';
import { commentsIn } from '../../shared/codeWords.js';
import type { Reply, TableId } from '../../shared/tableProtocol.js';
import type { TableClient } from '../../worker/table/client.js';
import { say } from '../messages.js';

/** Puts the code that gives what is on the screen into the clipboard, with comments in the person's language. */
export async function copyCode(
  table: TableId,
  screens: readonly Screen[],
  tables: TableClient,
): Promise<Reply<object>> {
  const request = { table, screens, comments: commentsIn(say) };
  const reply = await tables.ask('code', request).reply;
  if (!reply.ok) return reply;
  await vscode.env.clipboard.writeText(reply.text);
  return { ok: true };
}
