import * as vscode from 'vscode';
import type { Role } from '../../engine/table/grouping.js';
import { predictionSentences } from '../../shared/predictionWords.js';
import type { TableClient } from '../../worker/table/client.js';
import { say } from '../messages.js';
import { inform } from '../notify.js';
import { findDataFiles } from './dataFiles.js';
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
  if (given === undefined && files.length === 0) inform(say(predictionSentences.noFiles));
  const question = say(predictionSentences.pickPredictions);
  const file = given ?? (await pick(likelyFirst(files, 'predictions'), question));
  if (file === undefined) return undefined;
  const others = files.filter(({ uri }) => uri.toString() !== file.toString());
  if (others.length === 0) {
    inform(say(predictionSentences.noTest, { name: baseName(file) }));
    return undefined;
  }
  const predicted = await columnsOf(file, tables);
  const sides = (await onlyPair(others, file, predicted, tables)) ?? (await askSides(others, file));
  if (sides === undefined) return undefined;
  const columns = {
    predicted,
    test: await columnsOf(sides.test, tables),
    train: sides.train === undefined ? [] : await columnsOf(sides.train, tables),
  };
  const target = sides.train === undefined ? undefined : targets.of(sides.train);
  return chooseColumns({ file, ...sides }, columns, target);
}

type Sides = Pick<PredictionsPlan, 'test' | 'train'>;

/**
 * The files beside it of which one has answers that the other has not; where several have, those whose
 * answers are in the predictions. Nothing where that leaves a choice.
 */
async function onlyPair(
  others: readonly RoleFile[],
  file: vscode.Uri,
  predicted: readonly string[],
  tables: TableClient,
): Promise<Sides | undefined> {
  const near = nearest(others, file, 'test');
  const tests = near.filter(({ role }) => role === 'test');
  const pairs: (Sides & { readonly named: boolean })[] = [];
  for (const train of near.filter(({ role }) => role === 'train').slice(0, MOST_TRAINS)) {
    for (const test of tests.filter(({ part }) => part === train.part).slice(0, MOST_TRAINS)) {
      const [asked, known] = [
        await columnsOf(train.uri, tables),
        await columnsOf(test.uri, tables),
      ];
      const answers = asked.filter((name) => !known.includes(name));
      const named = answers.some((name) => predicted.includes(name));
      if (answers.length > 0) pairs.push({ test: test.uri, train: train.uri, named });
    }
  }
  const [only, ...more] = pairs.length > 1 ? pairs.filter(({ named }) => named) : pairs;
  return more.length === 0 ? only : undefined;
}

/** Files of a folder that are opened to find those that belong together. */
const MOST_TRAINS = 6;

async function askSides(others: readonly RoleFile[], file: vscode.Uri): Promise<Sides | undefined> {
  const question = say(predictionSentences.pickTest, { name: baseName(file) });
  const test = await choose(nearest(others, file, 'test'), 'test', question);
  if (test === undefined) return undefined;
  const rest = others.filter(({ uri }) => uri.toString() !== test.toString());
  const train = await chooseTrain(nearest(rest, file, 'train'));
  return train === null ? undefined : { test, train };
}

interface RoleFile {
  readonly uri: vscode.Uri;
  readonly role: Role | undefined;
  readonly part: string;
}

async function filesByRole(tables: TableClient): Promise<readonly RoleFile[]> {
  const { tables: found } = await findDataFiles();
  const reply = await tables.ask('group', { files: found.map(({ file }) => file), clips: [] })
    .reply;
  const members = reply.ok ? reply.groups.flatMap((group) => group.members) : [];
  const byPath = new Map(members.map((member) => [member.file.path, member]));
  return found.map(({ uri, file }) => {
    const member = byPath.get(file.path);
    return { uri, role: member?.role, part: member?.part ?? '' };
  });
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

/** Empty where the file cannot be read: what is wrong with it is said when it is checked. */
async function columnsOf({ fsPath }: vscode.Uri, tables: TableClient): Promise<readonly string[]> {
  const opened = await tables.ask('open', { path: fsPath, passing: true }).reply;
  if (!opened.ok) return [];
  closeTables([opened.table], tables);
  return opened.columns.map(({ name }) => name);
}

interface FileColumns {
  readonly predicted: readonly string[];
  readonly test: readonly string[];
  readonly train: readonly string[];
}

async function chooseColumns(
  files: Omit<PredictionsPlan, 'id' | 'label'>,
  { predicted, test, train }: FileColumns,
  target: string | undefined,
): Promise<PredictionsPlan | undefined> {
  const isKey = (name: string): boolean => /(?:^|[_. -])id$/i.test(name);
  const shared = test.filter((name) => predicted.includes(name));
  const keys = [shared, shared.filter(isKey), test.filter(isKey)].find(
    ({ length }) => length === 1,
  );
  const id = keys?.[0] ?? (await ask(test, predictionSentences.pickId));
  if (id === undefined) return undefined;
  if (target !== undefined && train.includes(target)) return { ...files, id, label: target };
  const answers = train.filter((name) => !test.includes(name));
  const written = predicted.filter((name) => name !== id && !/^Unnamed: \d+$/.test(name));
  const named = answers.filter((name) => written.includes(name));
  const likely = [named, answers, train.length === 0 ? written : []];
  const label =
    likely.find(({ length }) => length === 1)?.[0] ??
    (await ask(likely.find(({ length }) => length > 0) ?? [], predictionSentences.pickLabel));
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
