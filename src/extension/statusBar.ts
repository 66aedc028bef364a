import * as vscode from 'vscode';
import { countSteps, describeCounts } from '../shared/describe.js';
import type { Analyses, Entry } from './analyses.js';
import { say, sentences } from './messages.js';
import { activeSubject } from './subject.js';

/** Counts for the active document, in the status bar; a click shows the steps. */
export function showStatus(analyses: Analyses): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(
    'tarea.status',
    vscode.StatusBarAlignment.Left,
    PRIORITY,
  );
  const update = (): void => {
    const subject = activeSubject();
    const entry = subject === undefined ? undefined : analyses.entryOf(subject);
    if (entry === undefined) {
      item.hide();
      return;
    }
    item.name = say(sentences.statusName);
    describe(item, entry);
    item.show();
  };
  return vscode.Disposable.from(
    item,
    analyses.onDidChange(update),
    analyses.onDidForget(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.window.onDidChangeActiveNotebookEditor(update),
  );
}

/** Beside the counts of Problems. */
const PRIORITY = 10;

function describe(item: vscode.StatusBarItem, { analysis, trouble, checking }: Entry): void {
  item.command = 'tarea.steps.focus';
  item.backgroundColor = undefined;
  if (analysis !== undefined) {
    const counts = countSteps(analysis.report);
    const { fails, slip, holds } = counts;
    const wrong = fails + slip > 0 ? `$(error) ${String(fails)} $(warning) ${String(slip)} ` : '';
    item.text = `∂ ${wrong}$(check) ${String(holds)}`;
    item.tooltip = say(sentences.statusTooltip, { tally: describeCounts(counts, say) });
  } else if (checking) {
    item.text = '∂ $(loading~spin)';
    item.tooltip = say(sentences.statusChecking);
  } else if (trouble !== undefined) {
    item.text = '∂ $(circle-slash)';
    item.tooltip = say(sentences.statusFailed);
    item.command = 'tarea.checkDerivations';
  }
}
