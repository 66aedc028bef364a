import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);
const folder = mkdtempSync(path.join(tmpdir(), 'tarea-examples-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the sample data', () => {
  it('is what the script writes', () => {
    execFileSync(process.execPath, ['scripts/examples.mjs', folder], { cwd: root });
    const written = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.csv'))
      .map((name) => name.replaceAll(path.sep, '/'));
    expect(written).toHaveLength(5);
    for (const name of written) {
      const kept = readFileSync(new URL(`examples/${name}`, root), 'utf8');
      expect(kept === readFileSync(path.join(folder, name), 'utf8'), name).toBe(true);
    }
  });
});
