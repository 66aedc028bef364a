import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, inFolder } from '../documents.js';
import { eventually } from '../eventually.js';

const features = 'music/tracks_fma_train_features.csv';

/** The tab in front, where it is a custom editor. */
function customTab(): vscode.TabInputCustom | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom ? input : undefined;
}

describe('data files', () => {
  afterEach(closeAll);

  it('open as text where one does not ask for more', async () => {
    await vscode.commands.executeCommand('vscode.open', inFolder(features));
    const { activeTab } = vscode.window.tabGroups.activeTabGroup;
    assert.ok(activeTab?.input instanceof vscode.TabInputText);
  });

  it('open in the data editor by command and by "Open With"', async () => {
    await vscode.commands.executeCommand('tarea.data.open', inFolder(features));
    const opened = await eventually(customTab, (tab) => tab !== undefined);
    assert.equal(opened?.viewType, 'tarea.data');
    await closeAll();
    await vscode.commands.executeCommand('vscode.openWith', inFolder(features), 'tarea.data');
    await eventually(customTab, (tab) => tab?.uri.path.endsWith(features) === true);
  });

  it('give the pandas code that reads them as they were read here', async () => {
    await vscode.env.clipboard.writeText('');
    await vscode.commands.executeCommand('tarea.data.copyCode', inFolder(features));
    const code = await vscode.env.clipboard.readText();
    assert.match(code, /^import pandas as pd$/m);
    assert.match(code, /pd\.read_csv\('tracks_fma_train_features\.csv'.*header=\[0, 1, 2\]/);
  });

  it('that are not there are said, and nothing breaks', async () => {
    await vscode.commands.executeCommand('tarea.data.open', inFolder('none.csv'));
    await vscode.commands.executeCommand('tarea.data.copyCode', inFolder('none.csv'));
    await vscode.commands.executeCommand('tarea.data.open', inFolder(features));
    await eventually(customTab, (tab) => tab?.uri.path.endsWith(features) === true);
  });
});
