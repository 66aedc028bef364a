import * as vscode from 'vscode';
import type { Role } from '../../engine/table/grouping.js';
import { predictionSentences } from '../../shared/predictionWords.js';
import type { Preview } from '../../shared/tableProtocol.js';
import type { TableClient } from '../../worker/table/client.js';
import { say } from '../messages.js';
import { inform, warn } from '../notify.js';
import { findDataFiles } from './dataFiles.js';
import { describeProblem } from '../../shared/describeProblem.js';
import { baseName, closeTables } from './origin.js';
import type { Targets } from './targets.js';

/** What a file of predictions is checked against. */
export interface PredictionsPlan {
  readonly file: vscode.Uri;
  readonly test: vscode.Uri;
  readonly train: vscode.Uri | undefined;
  readonly id: string;
  readonly label: string;
}

/** Asks for what the files' names and columns leave open; nothing where the person thought better of it. */
export async function planPredictions(
  given: vscode.Uri | undefined,
  tables: TableClient,
  targets: Targets,
): Promise<PredictionsPlan | undefined> {
  const files = await filesByRole(tables);
  const file =
    given ??
    (await pick(likelyFirst(files, 'predictions'), say(predictionSentences.pickPredictions)));
  if (file === undefined) {
    if (files.length === 0) inform(say(predictionSentences.noFiles));
    return undefined;
  }
  const name = baseName(file);
  const others = files.filter(({ uri }) => uri.toString() !== file.toString());
  if (others.length === 0) {
    inform(say(predictionSentences.noTest, { name }));
    return undefined;
  }
  const test = await choose(
    nearest(others, file, 'test'),
    'test',
    say(predictionSentences.pickTest, { name }),
  );
  if (test === undefined) return undefined;
  const rest = others.filter(({ uri }) => uri.toString() !== test.toString());
  const train = await chooseTrain(nearest(rest, file, 'train'));
  if (train === null) return undefined;
  const previews = await readPreviews([test, ...(train ? [train] : []), file], tables);
  if (previews === undefined) return undefined;
  return columnsOf({ file, test, train }, previews, targets);
}

interface RoleFile {
  readonly uri: vscode.Uri;
  readonly role: Role | undefined;
}

async function filesByRole(tables: TableClient): Promise<readonly RoleFile[]> {
  const { tables: found } = await findDataFiles();
  const reply = await tables.ask('group', { files: found.map(({ file }) => file), clips: [] })
    .reply;
  const members = reply.ok ? reply.groups.flatMap((group) => group.members) : [];
  const roles = new Map(members.map(({ file, role }) => [file.path, role]));
  return found.map(({ uri, file }) => ({ uri, role: roles.get(file.path) }));
}

function likelyFirst(files: readonly RoleFile[], role: Role): readonly vscode.Uri[] {
  const likely = ({ role: own, uri }: RoleFile): boolean =>
    own === role || (role === 'predictions' && /^Tarea\d{3}_/.test(baseName(uri)));
  return files.toSorted((a, b) => Number(likely(b)) - Number(likely(a))).map(({ uri }) => uri);
}

/** Those beside the file, where one of the role is among them; a folder may hold several assignments. */
function nearest(files: readonly RoleFile[], file: vscode.Uri, role: Role): readonly RoleFile[] {
  const folder = vscode.Uri.joinPath(file, '..').toString();
  const beside = files.filter(({ uri }) => vscode.Uri.joinPath(uri, '..').toString() === folder);
  return beside.some((each) => each.role === role) ? beside : files;
}

/** The only file of that role without a question. */
async function choose(
  files: readonly RoleFile[],
  role: Role,
  question: string,
): Promise<vscode.Uri | undefined> {
  const [only, ...more] = files.filter((file) => file.role === role);
  if (only !== undefined && more.length === 0) return only.uri;
  return pick(likelyFirst(files, role), question);
}

/** `undefined` for no training file, null where the person thought better of it. */
async function chooseTrain(files: readonly RoleFile[]): Promise<vscode.Uri | undefined | null> {
  const [only, ...more] = files.filter(({ role }) => role === 'train');
  if (only !== undefined && more.length === 0) return only.uri;
  if (files.length === 0) return undefined;
  const none = { label: say(predictionSentences.noTrain), uri: undefined };
  const items = [...likelyFirst(files, 'train').map(itemOf), none];
  const placeHolder = say(predictionSentences.pickTrain);
  const picked = await vscode.window.showQuickPick(items, { placeHolder });
  return picked === undefined ? null : picked.uri;
}

async function pick(
  files: readonly vscode.Uri[],
  placeHolder: string,
): Promise<vscode.Uri | undefined> {
  if (files.length === 0) return undefined;
  return (await vscode.window.showQuickPick(files.map(itemOf), { placeHolder }))?.uri;
}

function itemOf(uri: vscode.Uri): vscode.QuickPickItem & { readonly uri: vscode.Uri | undefined } {
  const folder = vscode.workspace.asRelativePath(vscode.Uri.joinPath(uri, '..'));
  return { label: baseName(uri), description: folder, uri };
}

/** The columns of each file; nothing where a file of data cannot be read, while the predictions' own may be faulty. */
async function readPreviews(
  files: readonly vscode.Uri[],
  tables: TableClient,
): Promise<readonly (readonly string[])[] | undefined> {
  const opened = await Promise.all(
    files.map(({ fsPath }) => tables.ask('open', { path: fsPath }).reply),
  );
  closeTables(
    opened.flatMap((each) => (each.ok ? [each.table] : [])),
    tables,
  );
  const failed = opened.slice(0, -1).find((each) => !each.ok);
  if (failed?.ok === false) {
    warn(describeProblem(failed.problem, say));
    return undefined;
  }
  return opened.map((each) => (each.ok ? namesOf(each) : []));
}

function namesOf({ columns }: Preview): readonly string[] {
  return columns.map(({ name }) => name);
}

async function columnsOf(
  files: Pick<PredictionsPlan, 'file' | 'test' | 'train'>,
  previews: readonly (readonly string[])[],
  targets: Targets,
): Promise<PredictionsPlan | undefined> {
  const { train } = files;
  const [test = [], ...others] = previews;
  const training = train === undefined ? [] : (others[0] ?? []);
  const predicted = others.at(-1) ?? [];
  const isKey = (name: string): boolean => /(?:^|[_. -])id$/i.test(name);
  const keys = test.filter((name) => predicted.includes(name) || isKey(name));
  const id =
    keys.length === 1
      ? keys[0]
      : await ask(keys.length > 0 ? keys : test, predictionSentences.pickId);
  if (id === undefined) return undefined;
  const absent = training.filter((name) => !test.includes(name));
  const candidates = absent.length > 0 ? absent : predicted.filter((name) => name !== id);
  const target = train === undefined ? undefined : targets.of(train);
  const label =
    target !== undefined && training.includes(target)
      ? target
      : candidates.length === 1
        ? candidates[0]
        : await ask(candidates, predictionSentences.pickLabel);
  return label === undefined ? undefined : { ...files, id, label };
}

/** One of some names, or any name typed where there are none. */
async function ask(names: readonly string[], question: string): Promise<string | undefined> {
  if (names.length > 0) {
    return vscode.window.showQuickPick([...names], { placeHolder: say(question) });
  }
  const typed = await vscode.window.showInputBox({ prompt: say(question) });
  return typed === '' ? undefined : typed;
}
