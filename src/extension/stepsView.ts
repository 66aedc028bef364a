import * as vscode from 'vscode';
import { connect, type Endpoint } from '../shared/rpc.js';
import type {
  StepReference,
  StepsEditorProtocol,
  StepsState,
  StepsViewProtocol,
} from '../shared/stepsProtocol.js';
import { faultOf } from '../shared/describe.js';
import { after } from '../worker/after.js';
import type { Analyses, Analysis } from './analyses.js';
import { locate, settingOf } from './convert.js';
import { say } from './messages.js';
import { editOf } from './quickFix.js';
import { stepAt, stepsState } from './stepsState.js';
import { activeSubject, nameOf, subjectOf, type Subject } from './subject.js';
import { describeTrouble } from './trouble.js';
import { fillWebview, webviewPort } from './webviewHost.js';

/** The side bar's list of steps; it follows the active document and the cursor in it. */
export function registerStepsView(analyses: Analyses, extension: vscode.Uri): vscode.Disposable {
  const provider = new StepsView(analyses, extension);
  const { window } = vscode;
  const update = (): void => {
    provider.update();
  };
  return vscode.Disposable.from(
    provider,
    window.registerWebviewViewProvider('tarea.steps', provider),
    window.onDidChangeActiveTextEditor(update),
    window.onDidChangeActiveNotebookEditor(update),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      provider.follow(textEditor);
    }),
    analyses.onDidChange(update),
    analyses.onDidForget(update),
  );
}

class StepsView implements vscode.WebviewViewProvider, vscode.Disposable {
  readonly #analyses: Analyses;
  readonly #extension: vscode.Uri;
  readonly #subscriptions: vscode.Disposable[] = [];
  #view: vscode.WebviewView | undefined;
  #endpoint: Endpoint<StepsViewProtocol> | undefined;
  /** Nothing is sent before the page said that it can draw. */
  #ready = false;
  #revision = 0;
  /** Kept while the focus is elsewhere, as when the person works in this view. */
  #subject: Subject | undefined;
  #analysis: Analysis | undefined;
  #selected = -1;

  constructor(analyses: Analyses, extension: vscode.Uri) {
    this.#analyses = analyses;
    this.#extension = extension;
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.#view = view;
    const port = webviewPort(view.webview, view.onDidDispose, this.#subscriptions);
    this.#endpoint = connect<StepsEditorProtocol, StepsViewProtocol>(
      port,
      {
        ready: () => {
          this.#ready = true;
          return this.#state();
        },
        reveal: (reference) => this.#reveal(reference),
        applyFix: (reference) => this.#applyFix(reference),
        check: async () => {
          if (this.#subject !== undefined) await this.#analyses.check(this.#subject);
          return null;
        },
      },
      after,
    );
    view.onDidDispose(() => {
      this.#close();
    });
    fillWebview(view.webview, this.#extension, 'steps');
  }

  /** Sends what there is to show, if anyone is there to see it. */
  update(): void {
    if (this.#view?.visible !== true || !this.#ready) return;
    this.#tell(this.#endpoint?.request('show', this.#state()).result);
  }

  /** Marks the step at the cursor. */
  follow(editor: vscode.TextEditor): void {
    const selected = this.#stepAtCursor(editor);
    if (selected === this.#selected || !this.#ready) return;
    this.#selected = selected;
    this.#tell(this.#endpoint?.request('select', selected).result);
  }

  dispose(): void {
    this.#close();
  }

  #close(): void {
    this.#endpoint?.dispose();
    this.#endpoint = undefined;
    this.#view = undefined;
    this.#ready = false;
    for (const subscription of this.#subscriptions.splice(0)) subscription.dispose();
  }

  #state(): StepsState {
    this.#subject = this.#subjectToShow();
    const subject = this.#subject;
    const entry = subject === undefined ? undefined : this.#analyses.entryOf(subject);
    this.#analysis = entry?.analysis;
    const editor = vscode.window.activeTextEditor;
    if (editor !== undefined) this.#selected = this.#stepAtCursor(editor);
    const content = {
      title: subject === undefined ? '' : nameOf(subject),
      checking: entry?.checking ?? false,
      selected: this.#selected,
      ...(entry?.analysis && {
        setting: settingOf(entry.analysis),
        commands: entry.analysis.commands,
      }),
      ...(entry?.trouble &&
        subject && { trouble: describeTrouble(entry.trouble, nameOf(subject)) }),
    };
    return stepsState(content, ++this.#revision, say);
  }

  /** The active document; the one shown last where the focus is on no document at all. */
  #subjectToShow(): Subject | undefined {
    const active = activeSubject();
    if (active !== undefined || vscode.window.activeTextEditor !== undefined) return active;
    const last = this.#subject;
    return last !== undefined && this.#analyses.entryOf(last) !== undefined ? last : undefined;
  }

  #stepAtCursor(editor: vscode.TextEditor): number {
    const analysis = this.#analysis;
    const part = analysis?.documents.indexOf(editor.document) ?? -1;
    if (analysis === undefined || part < 0) return -1;
    const { document, selection } = editor;
    const { range } = document.lineAt(selection.active);
    const line = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    return stepAt(analysis.report, { part, offset: document.offsetAt(selection.active), line });
  }

  /** The step a request names, unless the text or the list has moved on. */
  #find({ revision, step }: StepReference): ReturnType<typeof found> {
    const analysis = this.#analysis;
    if (revision !== this.#revision || analysis === undefined) return undefined;
    if (this.#analyses.current(analysis.subject) !== analysis) return undefined;
    return found(analysis, step);
  }

  async #reveal(reference: StepReference): Promise<boolean> {
    const target = this.#find(reference);
    const location = target && locate(target.analysis, faultOf(target.step));
    if (location === undefined) return false;
    await show(location);
    return true;
  }

  async #applyFix(reference: StepReference & { readonly fix: number }): Promise<boolean> {
    const target = this.#find(reference);
    const fix = target?.step.fixes[reference.fix];
    const edit = target && fix && editOf(fix, target.analysis);
    return edit === undefined ? false : vscode.workspace.applyEdit(edit);
  }

  #tell(sent: Promise<null> | undefined): void {
    // A page that is gone, or was hidden, asks for everything when it is back.
    sent?.catch(() => undefined);
  }
}

function found(analysis: Analysis, index: number) {
  const step = analysis.report.steps[index];
  return step === undefined ? undefined : { analysis, step };
}

/** Puts the cursor on the place, in the notebook's own editor where it is in a cell. */
async function show({ uri, range }: vscode.Location): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const subject = subjectOf(document);
  if (subject?.kind !== 'notebook') {
    await vscode.window.showTextDocument(document, { selection: range });
    return;
  }
  const { notebook } = subject;
  const index = notebook.getCells().findIndex((cell) => cell.document === document);
  const selections = [new vscode.NotebookRange(index, index + 1)];
  await vscode.window.showNotebookDocument(notebook, { selections });
  await vscode.commands.executeCommand('notebook.cell.edit');
  const editor = vscode.window.activeTextEditor;
  if (editor?.document === document) {
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range);
  }
}
