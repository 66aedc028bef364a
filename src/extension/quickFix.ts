import * as vscode from 'vscode';
import type { Fix, Step } from '../engine/index.js';
import { describeFix } from '../shared/describe.js';
import type { Analyses, Analysis } from './analyses.js';
import { locate, settingOf, stepsTouching } from './convert.js';
import { SELECTOR, subjectOf } from './subject.js';

/** Offers each repair as an ordinary edit; undo takes it back. */
export function registerQuickFixes(analyses: Analyses): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions(document, range, { diagnostics }) {
      const subject = subjectOf(document);
      const analysis = subject === undefined ? undefined : analyses.current(subject);
      if (analysis === undefined) return [];
      const ours = diagnostics.filter(({ source }) => source === 'Tarea');
      const offered = stepsTouching(analysis, document, range).flatMap((step) =>
        fixesFor(step, analysis),
      );
      return [...new Set(offered)].flatMap((fix) => actionOf(fix, analysis, ours, offered.length));
    },
  };
  return vscode.languages.registerCodeActionsProvider(SELECTOR, provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  });
}

/** The edit of a repair, for whoever applies it. */
export function editOf(fix: Fix, analysis: Analysis): vscode.WorkspaceEdit | undefined {
  const location = locate(analysis, fix.place);
  if (location === undefined) return undefined;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(location.uri, location.range, fix.text);
  return edit;
}

/** A step that only inherits a mistake is mended where the mistake was made. */
function fixesFor(step: Step, analysis: Analysis): readonly Fix[] {
  if (step.fixes.length > 0 || step.cause === undefined) return step.fixes;
  return analysis.report.steps[step.cause]?.fixes ?? [];
}

function actionOf(
  fix: Fix,
  analysis: Analysis,
  diagnostics: vscode.Diagnostic[],
  offered: number,
): vscode.CodeAction[] {
  const edit = editOf(fix, analysis);
  if (edit === undefined) return [];
  const title = describeFix(fix, settingOf(analysis));
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = edit;
  action.diagnostics = diagnostics;
  action.isPreferred = offered === 1;
  return [action];
}
