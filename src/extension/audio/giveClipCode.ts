import path from 'node:path';
import * as vscode from 'vscode';
import type { ClipCodeRequest } from '../../shared/audioProtocol.js';
import type { ClipCodeWish } from '../../shared/audioViewProtocol.js';
import { clipCodeWords } from '../../shared/audioWords.js';
import { chooseNotebook } from '../data/notebookChoice.js';
import { say } from '../messages.js';

/**
 * Gives the code for the clip on the screen, with comments in the person's language, and the name of the notebook that
 * got it; empty where none did.
 */
export async function giveClipCode(
  folder: string,
  { name, rate, settings, to }: ClipCodeWish,
  write: (request: ClipCodeRequest) => Promise<string>,
): Promise<string> {
  const notebook = to === 'notebook' ? await chooseNotebook() : undefined;
  if (to === 'notebook' && notebook === undefined) return '';
  const { mel, seconds } = settings;
  const fileName = nameIn(notebook?.folder, folder, name);
  const { install, read, length, draw } = clipCodeWords;
  const comments = {
    install: say(install),
    read: say(read),
    length: say(length),
    mel: say(clipCodeWords.mel),
    draw: say(draw),
  };
  const text = await write({ clip: { fileName, rate, mel, seconds }, comments });
  if (notebook !== undefined) return notebook.add(text);
  await vscode.env.clipboard.writeText(text);
  return '';
}

/** As Python finds it from where it runs; without a notebook the code goes beside the clips. */
function nameIn(from: string | undefined, folder: string, name: string): string {
  if (from === undefined) return name;
  return path.relative(from, path.join(folder, name)).replaceAll(path.sep, '/');
}
