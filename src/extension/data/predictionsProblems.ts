import * as vscode from 'vscode';
import type { Fault, Spot } from '../../engine/table/predictions/fault.js';
import { describeFault, describeFaultRemedy } from '../../shared/describeFault.js';
import { formatCount } from '../../shared/figures.js';
import { predictionSentences } from '../../shared/predictionWords.js';
import type { PredictionsReport } from '../../shared/tableProtocol.js';
import { say } from '../messages.js';

const SEVERITIES = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
} as const;

/** The faults of files of predictions in the Problems panel, at their lines. */
export class PredictionsProblems implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('tarea-predictions');
  readonly #mendable = new Set<string>();

  show(file: vscode.Uri, { faults, mended }: PredictionsReport): void {
    if (mended === null) this.#mendable.delete(file.toString());
    else this.#mendable.add(file.toString());
    this.#collection.set(
      file,
      faults.flatMap((fault) => fault.spots.map((spot, at) => problemOf(fault, spot, at === 0))),
    );
  }

  clear(file: vscode.Uri): void {
    this.#mendable.delete(file.toString());
    this.#collection.delete(file);
  }

  /** A quick fix at every fault of a file that can be written anew. */
  offerMending(command: string): vscode.Disposable {
    const provider: vscode.CodeActionProvider = {
      provideCodeActions: (document, _range, { diagnostics }) => {
        const ours = diagnostics.filter(({ source }) => source === SOURCE);
        if (ours.length === 0 || !this.#mendable.has(document.uri.toString())) return [];
        const title = say(predictionSentences.write);
        const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
        action.command = { command, title, arguments: [document.uri] };
        action.diagnostics = ours;
        return [action];
      },
    };
    return vscode.languages.registerCodeActionsProvider({ scheme: 'file' }, provider, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    });
  }

  dispose(): void {
    this.#collection.dispose();
  }
}

const SOURCE = 'Tarea';

function problemOf(fault: Fault, spot: Spot, first: boolean): vscode.Diagnostic {
  const range = new vscode.Range(spot.line - 1, spot.start, spot.line - 1, spot.end);
  const sentences = [describeFault(fault, spot, say), describeFaultRemedy(fault, say)];
  if (first && fault.count > fault.spots.length) {
    sentences.push(say(predictionSentences.more, { count: formatCount(fault.count) }));
  }
  const problem = new vscode.Diagnostic(range, sentences.join(' '), SEVERITIES[fault.severity]);
  problem.source = SOURCE;
  problem.code = fault.code;
  return problem;
}
