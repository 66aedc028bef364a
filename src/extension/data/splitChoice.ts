import * as vscode from 'vscode';
import { describeProblem } from '../../shared/describeProblem.js';
import type { Preview, SplitKept } from '../../shared/tableProtocol.js';
import type { TableClient } from '../../worker/table/client.js';
import { say } from '../messages.js';
import { warn } from '../notify.js';
import type { DataEditor } from './dataEditor.js';
import { baseName, nameOfOrigin, originOf } from './origin.js';
import { dataSentences } from './sentences.js';
import type { TrainingChoice } from './trainingChoice.js';

export interface SplitNeeds {
  readonly tables: TableClient;
  readonly editor: DataEditor;
  readonly training: TrainingChoice;
}

/** What is to be split. */
export interface ToSplit {
  readonly data: vscode.Uri;
  readonly preview: Preview;
  readonly target: string;
}

/** A split of exactly these data: the one that there is, one of several, or one that is made now. */
export async function chooseSplit(
  wanted: ToSplit,
  needs: SplitNeeds,
): Promise<SplitKept | undefined> {
  const name = nameOfOrigin(originOf(wanted.data));
  const fitting = await waiting(say(dataSentences.splitLooking, { name }), () =>
    splitsOf(wanted.preview, needs),
  );
  if (fitting.length === 1) return fitting[0];
  const make = {
    label: say(dataSentences.splitMake),
    description: say(dataSentences.splitUsual, { target: wanted.target, seed: String(USUAL.seed) }),
    run: () => makeSplit(wanted, needs),
  };
  const page = {
    label: say(dataSentences.splitPage),
    run: async () => {
      await needs.editor.open(wanted.data, { tab: 'split' });
      return undefined;
    },
  };
  const kept = fitting.map((split) => ({
    label: baseName(vscode.Uri.file(split.path)),
    description: `${percents(split)} · ${split.seed}`,
    run: () => Promise.resolve(split),
  }));
  const { splitWhich, splitNone } = dataSentences;
  const placeHolder = say(fitting.length === 0 ? splitNone : splitWhich, { name });
  const picked = await vscode.window.showQuickPick([...kept, make, page], { placeHolder });
  return picked?.run();
}

/** As the page of splits proposes. */
const USUAL = { shares: { train: 0.7, validation: 0.3 }, seed: 42 };

/** Dealt by the classes of the target, unless it is a quantity, and kept beside the data. */
async function makeSplit(
  { data, preview, target }: ToSplit,
  needs: SplitNeeds,
): Promise<SplitKept | undefined> {
  const { table, columns } = preview;
  const kind = columns.find(({ name }) => name === target)?.kind;
  const stratify = kind === 'real' ? {} : { stratify: target };
  const request = { table, ...USUAL, ...stratify, target };
  const title = say(dataSentences.splitMaking, { name: nameOfOrigin(originOf(data)) });
  const made = await waiting(title, () => needs.tables.ask('split', request).reply);
  if (!made.ok) {
    warn(describeProblem(made.problem, say));
    return undefined;
  }
  const place = await freePlace(data);
  await vscode.workspace.fs.writeFile(place, new TextEncoder().encode(made.file));
  return (await splitsOf(preview, needs)).find(({ path }) => path === place.fsPath);
}

async function splitsOf(
  { table }: Preview,
  { training }: SplitNeeds,
): Promise<readonly SplitKept[]> {
  return (await training.splits(table)).filter(({ fits }) => fits);
}

/** `songs.split.json` beside `songs.csv`, or with a number: nothing is written over. */
async function freePlace(data: vscode.Uri): Promise<vscode.Uri> {
  const origin = originOf(data);
  const folder = vscode.Uri.joinPath(origin.files[0], '..');
  const stem = nameOfOrigin(origin).replace(/\.[^.]*$/, '');
  for (let at = 1; ; at++) {
    const place = vscode.Uri.joinPath(folder, `${stem}${at === 1 ? '' : `.${at}`}.split.json`);
    if (!(await exists(place))) return place;
  }
}

async function exists(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch {
    // What cannot be looked at is not there.
    return false;
  }
}

function percents({ shares }: SplitKept): string {
  return Object.entries(shares)
    .map(([part, share]) => `${part} ${Math.round(share * 100)} %`)
    .join(', ');
}

/** Large files take their time. */
function waiting<T>(title: string, run: () => Promise<T>): Promise<T> {
  const options = { location: vscode.ProgressLocation.Notification, title };
  return Promise.resolve(vscode.window.withProgress(options, run));
}
