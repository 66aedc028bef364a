import * as vscode from 'vscode';
import type { Analyses } from './analyses.js';
import { hasFormulas, snapshotOf, subjectOf, visibleSubjects, type Subject } from './subject.js';

/** Keeps the reports true: checks what comes into view and what is edited, forgets what is closed. */
export function recheckOnChange(analyses: Analyses): vscode.Disposable {
  const { workspace, window } = vscode;

  const look = (): void => {
    if (!automatic()) return;
    for (const subject of visibleSubjects()) {
      if (analyses.entryOf(subject) === undefined && worthChecking(subject)) {
        analyses.schedule(subject, 0);
      }
    }
  };
  const edited = (subject: Subject | undefined): void => {
    if (subject === undefined) return;
    if (analyses.entryOf(subject) !== undefined) analyses.schedule(subject);
    else if (automatic() && isVisible(subject) && worthChecking(subject))
      analyses.schedule(subject);
  };

  look();
  return vscode.Disposable.from(
    window.onDidChangeVisibleTextEditors(look),
    window.onDidChangeVisibleNotebookEditors(look),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) edited(subjectOf(document));
    }),
    workspace.onDidChangeNotebookDocument(({ notebook, contentChanges }) => {
      if (contentChanges.length > 0) edited({ kind: 'notebook', notebook });
    }),
    workspace.onDidCloseTextDocument((document) => {
      analyses.forget({ kind: 'text', document });
    }),
    workspace.onDidCloseNotebookDocument((notebook) => {
      analyses.forget({ kind: 'notebook', notebook });
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('tarea.check.automatically')) look();
      if (event.affectsConfiguration('tarea.language')) analyses.refresh();
    }),
  );
}

function automatic(): boolean {
  return vscode.workspace.getConfiguration('tarea').get('check.automatically', true);
}

function isVisible(subject: Subject): boolean {
  return visibleSubjects().some((visible) => same(visible, subject));
}

function same(a: Subject, b: Subject): boolean {
  if (a.kind === 'text') return b.kind === 'text' && a.document === b.document;
  return b.kind === 'notebook' && a.notebook === b.notebook;
}

/** Not the old side of a comparison, nor output: only what the person can write in. */
function worthChecking(subject: Subject): boolean {
  const { scheme } = subject.kind === 'text' ? subject.document.uri : subject.notebook.uri;
  const writable = scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(scheme);
  return writable === true && hasFormulas(snapshotOf(subject).source);
}
