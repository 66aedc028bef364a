import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { createProcessTables } from '../../../../src/worker/table/process.js';

describe('the installed database', () => {
  it('reads a table in a process of its own, started by this editor', async () => {
    const extension = vscode.extensions.getExtension('tarea.tarea');
    assert.ok(extension);
    const script = path.join(extension.extensionPath, 'dist', 'table.cjs');
    const folder = mkdtempSync(path.join(tmpdir(), 'tarea-host-'));
    const tables = createProcessTables(script);
    try {
      const file = path.join(folder, 'notas.csv');
      writeFileSync(file, 'nombre;nota\nAna;9,5\nLuis;8\n');
      const opened = await tables.ask('open', { path: file }).reply;
      assert.ok(opened.ok, JSON.stringify(opened));
      const sql = 'SELECT nombre FROM notas ORDER BY nota';
      const answer = await tables.ask('query', { sql, limit: 5 }).reply;
      assert.ok(answer.ok, JSON.stringify(answer));
      assert.deepEqual(answer.rows, [['Luis'], ['Ana']]);
    } finally {
      tables.dispose();
      rmSync(folder, { recursive: true });
    }
  });
});
