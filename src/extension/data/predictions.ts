import * as vscode from 'vscode';
import { formatCount } from '../../shared/figures.js';
import { predictionSentences } from '../../shared/predictionWords.js';
import type { PredictionsReport, Reply } from '../../shared/tableProtocol.js';
import type { TableClient } from '../../worker/table/client.js';
import { say } from '../messages.js';
import { inform, offer, warn } from '../notify.js';
import { describeProblem } from '../../shared/describeProblem.js';
import { baseName, closeTables } from './origin.js';
import { planPredictions, type PredictionsPlan } from './predictionsFiles.js';
import { PredictionsProblems } from './predictionsProblems.js';
import type { Targets } from './targets.js';

/** Checks files of predictions: what is wrong is listed in Problems, and again after each change of the file. */
export function registerPredictions(tables: TableClient, targets: Targets): vscode.Disposable {
  const desk = new PredictionsDesk(tables, targets);
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.{csv,CSV,txt,tsv}');
  return vscode.Disposable.from(
    desk.problems,
    watcher,
    watcher.onDidChange((uri) => void desk.again(uri)),
    watcher.onDidDelete((uri) => {
      desk.forget(uri);
    }),
    vscode.commands.registerCommand('tarea.data.checkPredictions', async (given?: Given) => {
      await desk.check(given instanceof vscode.Uri ? given : given?.uri);
    }),
    vscode.commands.registerCommand('tarea.data.mendPredictions', async (uri?: vscode.Uri) => {
      if (uri instanceof vscode.Uri) await desk.mend(uri);
    }),
    desk.problems.offerMending('tarea.data.mendPredictions'),
  );
}

/** A line of the tree, or a file of the explorer. */
type Given = { readonly uri: vscode.Uri } | vscode.Uri;

class PredictionsDesk {
  readonly problems = new PredictionsProblems();
  readonly #tables: TableClient;
  readonly #targets: Targets;
  /** What was chosen for a file, by its address. */
  readonly #plans = new Map<string, PredictionsPlan>();
  readonly #reports = new Map<string, PredictionsReport>();

  constructor(tables: TableClient, targets: Targets) {
    this.#tables = tables;
    this.#targets = targets;
  }

  async check(given: vscode.Uri | undefined): Promise<void> {
    const file = given ?? activeTable();
    const plan = await planPredictions(file, this.#tables, this.#targets);
    if (plan === undefined) return;
    const key = plan.file.toString();
    this.#plans.set(key, plan);
    const report = await this.#run(plan);
    if (report === undefined) return;
    const name = baseName(plan.file);
    const found = report.faults.filter(({ severity }) => severity !== 'info');
    if (found.length === 0) {
      inform(say(predictionSentences.right, { name, rows: formatCount(report.rows) }));
      return;
    }
    await vscode.window.showTextDocument(plan.file, { preserveFocus: true });
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    const told = say(predictionSentences.wrong, { name, count: formatCount(found.length) });
    if (report.mended === null) warn(told);
    else if (await offer(told, say(predictionSentences.write))) await this.mend(plan.file);
  }

  /** After the file changed: by the same choices, without a word. */
  async again(file: vscode.Uri): Promise<void> {
    const plan = this.#plans.get(file.toString());
    if (plan !== undefined) await this.#run(plan);
  }

  forget(file: vscode.Uri): void {
    this.#plans.delete(file.toString());
    this.#reports.delete(file.toString());
    this.problems.clear(file);
  }

  /** Writes what could be mended where the person says; the name is the one that the course asks for. */
  async mend(file: vscode.Uri): Promise<void> {
    const report = this.#reports.get(file.toString());
    const plan = this.#plans.get(file.toString());
    if (report === undefined || report.mended === null || plan === undefined) return;
    const { text, left } = report.mended;
    const name = report.name ?? baseName(file);
    const place = await vscode.window.showSaveDialog({
      defaultUri: vscode.Uri.joinPath(file, '..', name),
      filters: { CSV: ['csv'] },
    });
    if (place === undefined) return;
    await vscode.workspace.fs.writeFile(place, new TextEncoder().encode(text));
    const written = { ...plan, file: place };
    this.#plans.set(place.toString(), written);
    await this.#run(written);
    const args = { name: baseName(place), count: formatCount(left) };
    inform(say(left === 0 ? predictionSentences.written : predictionSentences.left, args));
  }

  async #run(plan: PredictionsPlan): Promise<PredictionsReport | undefined> {
    const reply = await ask(plan, this.#tables);
    if (!reply.ok) {
      warn(describeProblem(reply.problem, say));
      return undefined;
    }
    this.#reports.set(plan.file.toString(), reply);
    this.problems.show(plan.file, reply);
    return reply;
  }
}

async function ask(
  { file, test, train, id, label }: PredictionsPlan,
  tables: TableClient,
): Promise<Reply<PredictionsReport>> {
  const opened = await Promise.all(
    [test, ...(train ? [train] : [])].map(
      ({ fsPath }) => tables.ask('open', { path: fsPath, passing: true }).reply,
    ),
  );
  try {
    const [first, second] = opened;
    if (first === undefined || !first.ok) return first ?? NOTHING;
    if (second?.ok === false) return second;
    const request = {
      path: file.fsPath,
      table: first.table,
      id,
      label,
      names: await handedIn(file),
    };
    const against = second === undefined ? {} : { train: second.table };
    return await tables.ask('predictions', { ...request, ...against }).reply;
  } finally {
    closeTables(
      opened.flatMap((each) => (each.ok ? [each.table] : [])),
      tables,
    );
  }
}

const NOTHING = { ok: false, problem: { code: 'table.closed', args: {} } } as const;

/** Names of other files that show how things are named that are handed in. */
async function handedIn(file: vscode.Uri): Promise<readonly string[]> {
  const found = await vscode.workspace.findFiles('**/Tarea[0-9][0-9][0-9]_*', undefined, 50);
  return found.filter((uri) => uri.toString() !== file.toString()).map(baseName);
}

function activeTable(): vscode.Uri | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  return uri !== undefined && /\.(?:csv|tsv)$/i.test(uri.path) ? uri : undefined;
}
