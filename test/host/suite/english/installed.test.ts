import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the installed extension', () => {
  it('comes from the package, not from the source folder', () => {
    const extension = vscode.extensions.getExtension('tarea.tarea');
    assert.ok(extension, 'the extension is installed');
    assert.notEqual(extension.extensionPath, process.cwd());
    assert.match(extension.extensionPath, /extensions.tarea\.tarea-\d/);
  });
});
