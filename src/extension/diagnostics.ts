import * as vscode from 'vscode';
import type { Step } from '../engine/index.js';
import { describeReason, faultOf } from '../shared/describe.js';
import type { Analyses, Analysis } from './analyses.js';
import { locate, settingOf } from './convert.js';
import { say, sentences } from './messages.js';
import { keyOf } from './subject.js';

/** Underlines what is wrong and lists it in Problems, on the text or on the notebook's cell. */
export function showDiagnostics(analyses: Analyses): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('tarea');
  const marked = new Map<string, readonly vscode.Uri[]>();

  const show = (key: string, analysis: Analysis | undefined): void => {
    // Cells come and go: what an earlier report marked is cleared first.
    for (const uri of marked.get(key) ?? []) collection.delete(uri);
    marked.delete(key);
    if (analysis === undefined) return;
    const entries = diagnosticsOf(analysis);
    collection.set(entries);
    marked.set(
      key,
      entries.map(([uri]) => uri),
    );
  };

  return vscode.Disposable.from(
    collection,
    analyses.onDidChange(({ subject, checking, analysis }) => {
      if (!checking) show(keyOf(subject), analysis);
    }),
    analyses.onDidForget((subject) => {
      show(keyOf(subject), undefined);
    }),
  );
}

type Marked = [vscode.Uri, vscode.Diagnostic[]];

function diagnosticsOf(analysis: Analysis): Marked[] {
  const byPart = new Map<number, Marked>();
  for (const step of analysis.report.steps) {
    if (step.verdict !== 'fails' && step.verdict !== 'slip') continue;
    const fault = faultOf(step);
    const location = locate(analysis, fault);
    if (location === undefined) continue;
    const marked = byPart.get(fault.part) ?? [location.uri, []];
    marked[1].push(diagnosticOf(step, location.range, analysis));
    byPart.set(fault.part, marked);
  }
  return [...byPart.values()];
}

function diagnosticOf(step: Step, range: vscode.Range, analysis: Analysis): vscode.Diagnostic {
  const message = describeReason(step, settingOf(analysis));
  const diagnostic = new vscode.Diagnostic(range, message, severityOf(step));
  diagnostic.source = 'Tarea';
  if (step.reason !== undefined) diagnostic.code = step.reason.code;
  const cause = step.cause === undefined ? undefined : analysis.report.steps[step.cause];
  const origin = cause === undefined ? undefined : locate(analysis, faultOf(cause));
  if (origin !== undefined) {
    diagnostic.relatedInformation = [
      new vscode.DiagnosticRelatedInformation(origin, say(sentences.firstMistake)),
    ];
  }
  return diagnostic;
}

/** What only inherits a mistake should not shout as loud as the mistake. */
function severityOf(step: Step): vscode.DiagnosticSeverity {
  if (step.cause !== undefined) return vscode.DiagnosticSeverity.Information;
  return step.verdict === 'fails'
    ? vscode.DiagnosticSeverity.Error
    : vscode.DiagnosticSeverity.Warning;
}
