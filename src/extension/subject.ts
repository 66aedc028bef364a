import * as vscode from 'vscode';
import type { SourceDocument, SourcePart } from '../engine/index.js';

/** What is checked as a whole: a text, or a notebook with all its cells. */
export type Subject =
  | { readonly kind: 'text'; readonly document: vscode.TextDocument }
  | { readonly kind: 'notebook'; readonly notebook: vscode.NotebookDocument };

/** A subject's text at one moment, cut into parts; `documents` are the parts' in the same order. */
export interface Snapshot {
  readonly stamp: string;
  readonly source: SourceDocument;
  readonly documents: readonly vscode.TextDocument[];
}

/** Languages whose mathematics is read, and how. */
const FORMATS: Readonly<Record<string, 'tex' | 'markdown'>> = {
  latex: 'tex',
  tex: 'tex',
  markdown: 'markdown',
};

/** Documents that hover, repairs and checking serve; Markdown takes in the cells of notebooks. */
export const SELECTOR: vscode.DocumentSelector = Object.keys(FORMATS).map((language) => ({
  language,
}));

/** The notebook that a cell's text belongs to, the text itself, or nothing that is checked. */
export function subjectOf(document: vscode.TextDocument): Subject | undefined {
  const notebook = vscode.workspace.notebookDocuments.find((candidate) =>
    candidate.getCells().some((cell) => cell.document === document),
  );
  if (notebook !== undefined) return { kind: 'notebook', notebook };
  if (document.uri.scheme === 'vscode-notebook-cell') return undefined;
  return document.languageId in FORMATS ? { kind: 'text', document } : undefined;
}

/** What the person is looking at, when it can be checked. */
export function activeSubject(): Subject | undefined {
  const notebook = vscode.window.activeNotebookEditor?.notebook;
  if (notebook !== undefined) return { kind: 'notebook', notebook };
  const document = vscode.window.activeTextEditor?.document;
  return document === undefined ? undefined : subjectOf(document);
}

export function visibleSubjects(): readonly Subject[] {
  const texts = vscode.window.visibleTextEditors.flatMap((editor) => {
    const subject = subjectOf(editor.document);
    return subject === undefined || subject.kind === 'notebook' ? [] : [subject];
  });
  const notebooks = vscode.window.visibleNotebookEditors.map(({ notebook }): Subject => ({
    kind: 'notebook',
    notebook,
  }));
  return [...texts, ...notebooks];
}

function uriOf(subject: Subject): vscode.Uri {
  return subject.kind === 'text' ? subject.document.uri : subject.notebook.uri;
}

export function keyOf(subject: Subject): string {
  return uriOf(subject).toString();
}

/** The last part of its path, as the person knows it. */
export function nameOf(subject: Subject): string {
  const { path } = uriOf(subject);
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Changes with every edit of the subject's text. */
export function stampOf(subject: Subject): string {
  return stampOfDocuments(documentsOf(subject));
}

export function snapshotOf(subject: Subject): Snapshot {
  const documents = documentsOf(subject);
  const parts = documents.map((document, index): SourcePart => {
    const text = document.getText();
    if (subject.kind === 'text') return { kind: FORMATS[document.languageId] ?? 'markdown', text };
    const markup = subject.notebook.cellAt(index).kind === vscode.NotebookCellKind.Markup;
    return { kind: markup ? 'markdown' : 'code', text };
  });
  return { stamp: stampOfDocuments(documents), source: { parts }, documents };
}

/** A cheap look for anything that opens mathematics. */
export function hasFormulas(source: SourceDocument): boolean {
  return source.parts.some(({ kind, text }) => kind !== 'code' && OPENS_MATHEMATICS.test(text));
}

const OPENS_MATHEMATICS = /\$|\\\(|\\\[|\\begin\{|```math/;

function documentsOf(subject: Subject): readonly vscode.TextDocument[] {
  return subject.kind === 'text'
    ? [subject.document]
    : subject.notebook.getCells().map((cell) => cell.document);
}

function stampOfDocuments(documents: readonly vscode.TextDocument[]): string {
  return documents.map(({ uri, version }) => `${uri.toString()}@${String(version)}`).join('\n');
}
