import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, configure, replace, show } from '../documents.js';
import { eventually } from '../eventually.js';
import { findings, findingsIn, quiet } from '../findings.js';

describe('a document that is edited', () => {
  afterEach(async () => {
    await closeAll();
    await configure('check.automatically', undefined);
  });

  it('loses an underline when the mistake is mended', async () => {
    const document = await show('mended.md', 'Sea $2+2=5$ y $3+3=7$.');
    await findings(document, 2);
    await replace(document, '2+2=5', '2+2=4');
    const [left] = await findings(document, 1);
    assert.equal(left?.text, '7');
  });

  it('gains one when a mistake is made', async () => {
    const document = await show('spoiled.md', 'Sea $2+2=4$.');
    await replace(document, '2+2=4', '2+2=6');
    const [found] = await findings(document, 1);
    assert.deepEqual([found?.text, found?.column], ['6', 10]);
  });

  it('ends with what holds for the last keystroke', async () => {
    const document = await show('typed.md', 'Sea $2+2=0$.');
    for (const digit of ['1', '2', '3', '4', '5', '6', '7', '8']) {
      await replace(document, `2+2=${Number(digit) - 1}$`, `2+2=${digit}$`);
    }
    await eventually(
      () => findingsIn(document).map(({ text }) => text),
      (texts) => texts.join() === '8',
    );
    await quiet();
    assert.deepEqual(
      findingsIn(document).map(({ text }) => text),
      ['8'],
    );
  });

  it('has no problems any more once it is closed', async () => {
    const document = await show('closed.md', 'Sea $2+2=5$.');
    await findings(document, 1);
    await closeAll();
    await eventually(
      () => vscode.languages.getDiagnostics(document.uri).length,
      (count) => count === 0,
    );
  });

  it('is left alone until it is asked for, when the setting says so', async () => {
    await configure('check.automatically', false);
    const document = await show('asked.md', 'Sea $2+2=5$.');
    await quiet();
    assert.deepEqual(findingsIn(document), []);
    await vscode.commands.executeCommand('tarea.checkDerivations');
    await findings(document, 1);
    await replace(document, '2+2=5', '2+2=4');
    await findings(document, 0);
  });
});
