import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, inFolder } from '../documents.js';
import { eventually } from '../eventually.js';
import { findingsIn } from '../findings.js';

const genres = ['Rock', 'Folk', 'Hip-Hop'];
const row = (id: number, label: string): string => `${id},${label}`;
const ids = Array.from({ length: 12 }, (_, at) => at * 5 + 2);

const files = {
  'entrega/tracks_train.csv': [
    'track_id,tempo,genre',
    ...Array.from({ length: 60 }, (_, at) => `${at + 1000},${at * 3},${genres[at % 3] ?? ''}`),
  ],
  'entrega/tracks_test.csv': ['track_id,tempo', ...ids.map((id, at) => `${id},${at * 2}`)],
  'entrega/predicciones.csv': [
    ',track_id,genre',
    ...ids.map((id, at) => `${at},${row(id, at === 3 ? 'rock' : (genres[at % 3] ?? ''))}`),
  ],
};

/** The line and the code of each problem of the file. */
function problemsOf(document: vscode.TextDocument): readonly string[] {
  return findingsIn(document).map(({ line, code }) => `${line} ${code}`);
}

describe('predictions', () => {
  const file = (): vscode.Uri => inFolder('entrega/predicciones.csv');
  const write = async (name: string, lines: readonly string[]): Promise<void> => {
    const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
    await vscode.workspace.fs.writeFile(inFolder(name), bytes);
  };

  before(async () => {
    for (const [name, lines] of Object.entries(files)) await write(name, lines);
  });
  afterEach(closeAll);

  it('are checked against the files beside them: what is wrong stands at its line', async () => {
    // It ends when its notice is answered, which nobody does here.
    void vscode.commands.executeCommand('tarea.data.checkPredictions', file());
    const document = await vscode.workspace.openTextDocument(file());
    await eventually(
      () => problemsOf(document),
      (found) => found.length > 0,
    );
    // The folder's coursework follows the rule for names, and this file does not.
    assert.deepEqual(problemsOf(document), ['1 column.index', '1 file.name', '5 label.spelling']);
    const [, , spelling] = findingsIn(document);
    assert.equal(spelling?.text, 'rock');
    assert.match(spelling.message, /is written “Rock” in the training data/);
  });

  it('offer to be written anew', async () => {
    const document = await vscode.workspace.openTextDocument(file());
    const range = new vscode.Range(4, 0, 4, 8);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
    assert.ok(actions.some(({ title }) => title === 'Write a Corrected File'));
  });

  it('are checked again when the file is written again', async () => {
    await write('entrega/predicciones.csv', [
      'track_id,genre',
      ...ids.map((id) => row(id, id === 7 ? '' : 'Folk')),
    ]);
    const document = await vscode.workspace.openTextDocument(file());
    await eventually(
      () => problemsOf(document).join(),
      (found) => found.startsWith('1 label.constant') || found.includes('3 label.empty'),
    );
    assert.ok(problemsOf(document).includes('3 label.empty'));
  });
});
