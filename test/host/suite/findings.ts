import * as vscode from 'vscode';
import { eventually, pause } from './eventually.js';

/** What the Problems panel lists of one document, in the order of the text. */
export interface Finding {
  /** The underlined text. */
  readonly text: string;
  /** Where the underline begins; line and column from 1. */
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
  readonly severity: keyof typeof vscode.DiagnosticSeverity;
}

/** What Tarea says of a document now. */
export function findingsIn(document: vscode.TextDocument): readonly Finding[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'Tarea')
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map(({ range, code, message, severity }) => ({
      text: document.getText(range),
      line: range.start.line + 1,
      column: range.start.character + 1,
      code: typeof code === 'object' ? String(code.value) : String(code),
      message,
      severity: vscode.DiagnosticSeverity[severity] as Finding['severity'],
    }));
}

/** Waits until Tarea says so many things of a document. */
export async function findings(
  document: vscode.TextDocument,
  count: number,
): Promise<readonly Finding[]> {
  return await eventually(
    () => findingsIn(document),
    (found) => found.length === count,
  );
}

/** Gives a check that must not come the time to come: several times what one takes. */
export async function quiet(): Promise<void> {
  await pause(2000);
}
