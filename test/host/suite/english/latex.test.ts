import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, show } from '../documents.js';
import { findings, findingsIn } from '../findings.js';

const report = String.raw`\documentclass{article}
\begin{document}
\section{Sumas}
Sabemos que $1+1=2$, y además
\[
  2+2=5
\]
% pero no importa que $3+3=7$
\begin{verbatim}
$4+4=9$
\end{verbatim}
\end{document}
`;

describe('a LaTeX report', () => {
  afterEach(closeAll);

  it('has its wrong term underlined, and nothing else', async () => {
    const document = await show('report.tex', report);
    await vscode.commands.executeCommand('tarea.checkDerivations');
    const [found] = await findings(document, 1);
    assert.deepEqual(
      { ...found, message: '' },
      {
        text: '5',
        line: 6,
        column: 7,
        code: 'step.not-equal',
        message: '',
        severity: 'Error',
      },
    );
    assert.match(found?.message ?? '', /\b5\b/);
    assert.match(found?.message ?? '', /\b4\b/);
  });

  it('is checked without being asked, when it is shown', async () => {
    const document = await show('shown.tex', report);
    await findings(document, 1);
  });

  it('without mistakes has no problems', async () => {
    const document = await show('right.tex', report.replace('2+2=5', '2+2=4'));
    await vscode.commands.executeCommand('tarea.checkDerivations');
    assert.deepEqual(findingsIn(document), []);
  });
});
