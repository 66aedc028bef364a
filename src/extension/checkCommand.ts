import * as vscode from 'vscode';
import { countSteps, describeCounts } from '../shared/describe.js';
import type { Analyses, Analysis, Trouble } from './analyses.js';
import { say, sentences } from './messages.js';
import { apologise, inform, offer, warn } from './notify.js';
import { activeSubject, hasFormulas, nameOf, snapshotOf } from './subject.js';
import { describeTrouble } from './trouble.js';

/** "Tarea: Check Derivations": checks what the person is looking at and says in one line how it went. */
export function registerCheckCommand(analyses: Analyses): vscode.Disposable {
  return vscode.commands.registerCommand('tarea.checkDerivations', () => checkActive(analyses));
}

async function checkActive(analyses: Analyses): Promise<void> {
  const subject = activeSubject();
  if (subject === undefined) {
    const name = vscode.window.activeTextEditor?.document.fileName.split(/[\\/]/).at(-1);
    inform(name === undefined ? say(sentences.nothingOpen) : say(sentences.notCheckable, { name }));
    return;
  }
  const name = nameOf(subject);
  if (!hasFormulas(snapshotOf(subject).source)) {
    analyses.forget(subject);
    inform(say(sentences.noFormulas, { name }));
    return;
  }
  const progress = {
    location: vscode.ProgressLocation.Window,
    title: say(sentences.statusChecking),
  };
  const entry = await vscode.window.withProgress(progress, () => analyses.check(subject));
  // Told without waiting for an answer: the command is over when the check is.
  if (entry?.trouble !== undefined) void tellTrouble(entry.trouble, name);
  else if (entry?.analysis !== undefined) void tellResult(entry.analysis, name);
}

async function tellResult(analysis: Analysis, name: string): Promise<void> {
  if (analysis.report.steps.length === 0) {
    inform(say(sentences.noSteps, { name }));
    return;
  }
  const counts = countSteps(analysis.report);
  const found = counts.fails + counts.slip > 0;
  const message = say(found ? sentences.checkedFound : sentences.checkedClean, {
    tally: describeCounts(counts, say),
  });
  if (await offer(message, say(sentences.showSteps))) {
    await vscode.commands.executeCommand('tarea.steps.focus');
  }
}

async function tellTrouble(trouble: Trouble, name: string): Promise<void> {
  const message = describeTrouble(trouble, name);
  if (trouble.kind === 'failed' && trouble.failure.code === 'bug') {
    await apologise(message, trouble.failure.detail);
  } else {
    warn(message);
  }
}
