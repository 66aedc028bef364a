/** Packages what was built, for the platform that it was built for, into `dist/tarea.vsix`. */
import { createVSIX } from '@vscode/vsce';
import { root } from './bundles.mjs';
import { target } from './target.mjs';

await createVSIX({
  cwd: root,
  packagePath: 'dist/tarea.vsix',
  target: target(),
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
