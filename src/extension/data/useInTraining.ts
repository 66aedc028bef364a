import * as vscode from 'vscode';
import { describeProblem } from '../../shared/describeProblem.js';
import { formatCount } from '../../shared/figures.js';
import type { Preview } from '../../shared/tableProtocol.js';
import type { TableClient } from '../../worker/table/client.js';
import { say } from '../messages.js';
import { inform, offer, warn } from '../notify.js';
import { chooseFile, chooseKey } from './dataChoice.js';
import { DATA_EDITOR, type DataEditor } from './dataEditor.js';
import type { DataNode } from './dataTree.js';
import { giveCode } from './giveCode.js';
import { baseName, closeTables, nameOfOrigin, openOrigin, originOf, uriOfJoin } from './origin.js';
import { partnersOf } from './partners.js';
import { dataSentences } from './sentences.js';
import { chooseSplit } from './splitChoice.js';
import type { Targets } from './targets.js';
import type { Chosen, TrainingChoice } from './trainingChoice.js';

interface Needs {
  readonly tables: TableClient;
  readonly targets: Targets;
  readonly editor: DataEditor;
  readonly training: TrainingChoice;
}

/** A line of the tree, a file of the explorer, or nothing where the palette asks. */
type Given = DataNode | vscode.Uri | undefined;

/** What a model is to be trained with: said once, seen in the tree, taken back. */
export function registerTraining(needs: Needs): vscode.Disposable {
  const command = vscode.commands.registerCommand;
  return vscode.Disposable.from(
    command('tarea.data.useInTraining', (given: Given) => use(given, needs)),
    command('tarea.data.stopTraining', () => stop(needs.training)),
    command('tarea.data.copyTrainingCode', async () => {
      const chosen = needs.training.current;
      if (chosen === undefined) inform(say(dataSentences.trainingNone));
      else await copyCode(chosen, needs.tables);
    }),
  );
}

async function use(given: Given, needs: Needs): Promise<void> {
  const data = await dataOf(given, needs.tables);
  if (data === undefined) return;
  const { tables } = needs;
  const opened = await openOrigin(originOf(data), tables, { passing: true });
  if (!opened.ok) {
    warn(describeProblem(opened.problem, say));
    return;
  }
  try {
    await useTable(data, opened.preview, needs);
  } finally {
    closeTables(opened.tables, tables);
  }
}

/** Asks for what is missing: a target, then a split. */
async function useTable(data: vscode.Uri, preview: Preview, needs: Needs): Promise<void> {
  const { tables, training } = needs;
  const target = await targetOf(data, preview, needs.targets);
  if (target === undefined) return;
  const split = await chooseSplit({ data, preview, target }, needs);
  if (split === undefined) return;
  const likely = (await partnersOf(data, tables)).find((partner) => partner.likely);
  const test = likely === undefined ? undefined : vscode.Uri.parse(likely.id);
  const chosen: Chosen = { split, data, test, target };
  const used = await training.use(chosen, preview.table);
  if (!used.ok) {
    warn(describeProblem(used.problem, say));
    return;
  }
  const args = {
    name: nameOfOrigin(originOf(data)),
    target,
    count: formatCount(used.features),
    split: baseName(vscode.Uri.file(split.path)),
    test: test === undefined ? '' : nameOfOrigin(originOf(test)),
  };
  const { trainingUsed, trainingUsedTest, trainingCopy } = dataSentences;
  const told = say(test === undefined ? trainingUsed : trainingUsedTest, args);
  if (await offer(told, say(trainingCopy))) await copyCode(training.current ?? chosen, tables);
}

async function stop(training: TrainingChoice): Promise<void> {
  const { current } = training;
  if (current === undefined) {
    inform(say(dataSentences.trainingNone));
    return;
  }
  await training.stop();
  inform(say(dataSentences.trainingStopped, { name: nameOfOrigin(originOf(current.data)) }));
}

/** The lines that load exactly what a model is to be trained with. */
async function copyCode({ split, data, test, target }: Chosen, tables: TableClient): Promise<void> {
  const opened = await openOrigin(originOf(data), tables, { passing: true });
  if (!opened.ok) {
    warn(describeProblem(opened.problem, say));
    return;
  }
  const { path: fileName, shares, seed, training } = split;
  const screen = { kind: 'split', fileName, shares, seed, target } as const;
  const features = training === null ? {} : { features: training.features };
  const screens = [{ ...screen, ...features }];
  const wish = { screens, against: test?.toString() ?? '', to: 'clipboard' } as const;
  const copied = await giveCode(opened.preview.table, wish, tables);
  closeTables(opened.tables, tables);
  if (copied.ok) inform(say(dataSentences.trainingCopied));
  else warn(describeProblem(copied.problem, say));
}

/** What is given, else what is in front, else what is asked for. */
async function dataOf(given: Given, tables: TableClient): Promise<vscode.Uri | undefined> {
  if (given instanceof vscode.Uri) return given;
  if (given === undefined) return inFront() ?? chooseFile();
  return given.kind === 'group' ? dataOfGroup(given, tables) : given.uri;
}

function inFront(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom && input.viewType === DATA_EDITOR
    ? input.uri
    : undefined;
}

/** The one file to train with; where there are more, which one, or which two of them together. */
async function dataOfGroup(
  { files }: Extract<DataNode, { kind: 'group' }>,
  tables: TableClient,
): Promise<vscode.Uri | undefined> {
  const listed = files.filter(({ kind }) => kind === 'file');
  const trained = listed.filter(({ member: { role } }) => role === 'train' || role === undefined);
  const uris = (trained.length === 0 ? listed : trained).map(({ uri }) => uri);
  if (uris.length < 2) return uris[0];
  const pairs = uris.flatMap((left, at) => uris.slice(at + 1).map((right) => [left, right]));
  const items = [...pairs, ...uris.map((uri) => [uri])].map((parts) => ({
    label: parts.map(baseName).join(' + '),
    description: parts.length > 1 ? say(dataSentences.trainingJoined) : '',
    parts,
  }));
  const placeHolder = say(dataSentences.trainingWhich);
  const [left, right] = (await vscode.window.showQuickPick(items, { placeHolder }))?.parts ?? [];
  if (left === undefined || right === undefined) return left;
  const on = await chooseKey(left, right, tables);
  return on === undefined ? undefined : uriOfJoin(left, right, on);
}

/** As it was chosen before, where the table has it. */
async function targetOf(
  data: vscode.Uri,
  { columns }: Preview,
  targets: Targets,
): Promise<string | undefined> {
  const before = targets.of(data);
  if (columns.some(({ name }) => name === before)) return before;
  const placeHolder = say(dataSentences.trainingTarget, { name: nameOfOrigin(originOf(data)) });
  const names = columns.map(({ name }) => name);
  const target = await vscode.window.showQuickPick(names, { placeHolder });
  if (target !== undefined) await targets.choose(data, target);
  return target;
}
