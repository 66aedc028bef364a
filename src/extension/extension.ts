import type * as vscode from 'vscode';
import { createThreadChecker } from '../worker/checker/thread.js';
import { createProcessTables } from '../worker/table/process.js';
import { Analyses } from './analyses.js';
import { registerAudio } from './audio/audioFolders.js';
import { registerCheckCommand } from './checkCommand.js';
import { registerData } from './data/register.js';
import { showDiagnostics } from './diagnostics.js';
import { registerHover } from './hover.js';
import { registerQuickFixes } from './quickFix.js';
import { recheckOnChange } from './recheck.js';
import { showStatus } from './statusBar.js';
import { registerStepsView } from './stepsView.js';

/** Builds everything once and joins it; each feature is one line. */
export function activate(context: vscode.ExtensionContext): void {
  const checker = createThreadChecker(context.asAbsolutePath('dist/checker.cjs'));
  const tables = createProcessTables(context.asAbsolutePath('dist/table.cjs'));
  const analyses = new Analyses(checker);
  context.subscriptions.push(
    analyses,
    showDiagnostics(analyses),
    showStatus(analyses),
    registerHover(analyses),
    registerQuickFixes(analyses),
    registerStepsView(analyses, context.extensionUri),
    registerCheckCommand(analyses),
    recheckOnChange(analyses),
    registerData(tables, context),
    registerAudio(context),
  );
}
