/** Packages what was built, for the platform that it was built for, into `dist/tarea.vsix`. */
import { spawnSync } from 'node:child_process';
import { root } from './bundles.mjs';
import { target } from './target.mjs';

const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
const { status } = spawnSync(
  process.execPath,
  [
    `${root}node_modules/@vscode/vsce/vsce`,
    'package',
    ...options,
    '--target',
    target(),
    '--out',
    'dist/tarea.vsix',
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
