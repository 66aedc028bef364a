#!/usr/bin/env node
/**
 * A stand-in for the `code` programme: the same flags, answered by a served VS Code that a headless
 * Chromium opens. So the tests start it exactly as they start a desktop VS Code.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from './chromium.mjs';
import { endWithParent } from './parent.mjs';
import { installExtension, startServer } from './server.mjs';
import { ensureServer } from './setup.mjs';
import * as versions from './versions.mjs';
import { openWindow, remote } from './window.mjs';

/** Lines that VS Code writes about itself in every run. */
const noise =
  /^(Resolv|Creating a socket|\[reconnection|\[AgentHost|\[AccountPolicy|Updating additional|No search provider|ChatSessionStore|ExtensionHost)/;

const { values, positionals } = parseArgs({ strict: false, allowPositionals: true });
const host = await ensureServer(versions[process.env['TAREA_VSCODE'] ?? 'newest'], console.log);
const profile = {
  root: path.dirname(values['user-data-dir']),
  userData: values['user-data-dir'],
  extensions: values['extensions-dir'],
};

if (values['install-extension']) await installExtension(host, profile, values['install-extension']);
else process.exitCode = await runTests();

/** Opens a window whose extension host runs the tests; their exit code. */
async function runTests() {
  const chromium = await ensureChromium(console.log);
  const server = await startServer(host, profile, {
    locale: values['locale'],
    trusted: !process.env['TAREA_RESTRICTED'],
  });
  let window;
  const close = async () => {
    await window?.close();
    await server.close();
  };
  endWithParent(close);
  try {
    return await new Promise((resolve, reject) => {
      void server.closed.then(() => resolve(1));
      openWindow(server.url, chromium, {
        folder: path.resolve(positionals[0] ?? '.'),
        locale: values['locale'] ?? 'en-US',
        payload: ['extensionDevelopmentPath', 'extensionTestsPath'].map((name) => [
          name,
          remote(path.resolve(values[name])),
        ]),
        onLog: show,
        onExit: resolve,
      }).then((opened) => (window = opened), reject);
    });
  } finally {
    await close();
  }
}

function show(type, args) {
  const line = args.map(String).join(' ');
  if (type === 'info' && !noise.test(line)) console.log(line);
}
