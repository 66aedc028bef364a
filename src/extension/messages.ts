import * as vscode from 'vscode';
import { speaker, type Say } from '../shared/say.js';
import { spanish } from '../shared/spanish.js';

export { sentences } from './sentences.js';

const speakSpanish = speaker(spanish);
const speakEnglish = speaker({});

/** Speaks VS Code's display language, unless the setting names another: many work in an English editor and write in Spanish. */
export const say: Say = (template, args) => {
  switch (vscode.workspace.getConfiguration('tarea').get<string>('language')) {
    case 'es':
      return speakSpanish(template, args);
    case 'en':
      return speakEnglish(template, args);
    default:
      return vscode.l10n.t(template, { ...args });
  }
};
