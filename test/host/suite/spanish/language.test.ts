import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, configure, show } from '../documents.js';
import { findings } from '../findings.js';

interface Manifest {
  readonly contributes: { readonly commands: unknown };
}

describe('a Spanish VS Code', () => {
  afterEach(async () => {
    await closeAll();
    await configure('language', undefined);
  });

  it('is told of a mistake in Spanish', async () => {
    assert.equal(vscode.env.language, 'es');
    const document = await show('mensaje.tex', 'Sea $2+2=5$.');
    const [found] = await findings(document, 1);
    assert.match(found?.message ?? '', /\b(el|la|los|las|no|es)\b/i);
    assert.doesNotMatch(found?.message ?? '', /\b(the|is|not|side)\b/i);
  });

  it('offers the repair in Spanish', async () => {
    const document = await show(
      'arreglo.tex',
      String.raw`La sigmoide es $\sigma(x) = \frac{1}{1 - e^{-x}}$.`,
    );
    await findings(document, 1);
    const [diagnostic] = vscode.languages.getDiagnostics(document.uri);
    assert.ok(diagnostic);
    const [fix] = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      diagnostic.range,
    );
    assert.equal(fix?.title, 'Cambiar el signo: + e^{-x}');
  });

  it('names the command in Spanish', () => {
    const manifest = vscode.extensions.getExtension<unknown>('tarea.tarea')
      ?.packageJSON as Manifest;
    assert.match(JSON.stringify(manifest.contributes.commands), /Revisar derivaciones/);
  });

  it('says it in English when the setting asks for that', async () => {
    await configure('language', 'en');
    const document = await show('ingles.tex', 'Sea $2+2=5$.');
    const [found] = await findings(document, 1);
    assert.match(found?.message ?? '', /\b(the|is|not|side)\b/i);
  });
});
