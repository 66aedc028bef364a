import * as vscode from 'vscode';
import { dataWords } from '../../shared/dataWords.js';
import * as findingWords from '../../shared/findingWords.js';
import { projectionProblems, projectionWords } from '../../shared/projectionWords.js';
import type { Bundle } from '../../shared/say.js';
import { tableProblems } from '../../shared/tableProblems.js';
import { say } from '../messages.js';

/** The language of the sentences that `wordsOfPages` gives. */
export function languageOfWords(): string {
  const set = vscode.workspace.getConfiguration('tarea').get<string>('language');
  return set === 'es' || set === 'en' ? set : vscode.env.language;
}

/** Every sentence that the pages may say, by the English one; placeholders stay for them to fill. */
export function wordsOfPages(): Bundle {
  const templates = tables.flatMap((table) => Object.values(table)).flat();
  return Object.fromEntries(templates.map((template) => [template, say(template)]));
}

/** A page with sentences of its own adds its table here. */
const tables: readonly Readonly<Record<string, string | readonly string[]>>[] = [
  dataWords,
  tableProblems,
  ...Object.values(findingWords),
  projectionWords,
  projectionProblems,
];
