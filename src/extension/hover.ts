import * as vscode from 'vscode';
import type { Analyses } from './analyses.js';
import { settingOf, stepsTouching } from './convert.js';
import { hoverText } from './hoverText.js';
import { SELECTOR, subjectOf } from './subject.js';

/** Tells what was found of the step under the pointer: verdict, reason, values, readings. */
export function registerHover(analyses: Analyses): vscode.Disposable {
  return vscode.languages.registerHoverProvider(SELECTOR, {
    provideHover(document, position) {
      const subject = subjectOf(document);
      const analysis = subject === undefined ? undefined : analyses.current(subject);
      if (analysis === undefined) return undefined;
      const range = new vscode.Range(position, position);
      const [step] = stepsTouching(analysis, document, range);
      if (step === undefined) return undefined;
      const text = new vscode.MarkdownString(hoverText(step, settingOf(analysis)));
      text.isTrusted = false;
      text.supportHtml = false;
      const start = document.positionAt(step.place.start);
      return new vscode.Hover(text, new vscode.Range(start, document.positionAt(step.place.end)));
    },
  });
}
