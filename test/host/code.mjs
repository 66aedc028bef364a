#!/usr/bin/env node
/**
 * A stand-in for the `code` programme: the same flags, answered by a served VS Code that a headless
 * Chromium opens. So the tests start it exactly as they start a desktop VS Code.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from './chromium.mjs';
import { endWithParent } from '../../scripts/ending.mjs';
import { installExtension, startServer } from './server.mjs';
import { ensureServer } from './setup.mjs';
import * as versions from './versions.mjs';
import { openWindow, remote } from './window.mjs';

const tests = ['extensionDevelopmentPath', 'extensionTestsPath'];

/** Lines that VS Code writes about itself in every run. */
const noise =
  /^(Resolv|Creating a socket|\[reconnection|\[AgentHost|\[AccountPolicy|Updating additional|No search provider|ChatSessionStore|ExtensionHost)/;

const names = ['user-data-dir', 'extensions-dir', 'install-extension', 'locale'];
const { values, positionals } = parseArgs({
  options: Object.fromEntries([...names, ...tests].map((name) => [name, { type: 'string' }])),
  // A desktop VS Code knows many more flags, which mean nothing here.
  strict: false,
  allowPositionals: true,
});
const host = await ensureServer(versions[process.env['TAREA_VSCODE'] ?? 'newest'], console.log);
const profile = {
  root: path.dirname(flag('user-data-dir')),
  userData: flag('user-data-dir'),
  extensions: flag('extensions-dir'),
};

endWithParent();
if (values['install-extension']) await installExtension(host, profile, flag('install-extension'));
else process.exitCode = await runTests();

/** Opens a window whose extension host runs the tests; their exit code. */
async function runTests() {
  const chromium = await ensureChromium(console.log);
  const locale = flag('locale') || undefined;
  const server = await startServer(host, profile, {
    locale,
    trusted: !process.env['TAREA_RESTRICTED'],
  });
  try {
    const window = await openWindow(server, chromium, {
      folder: path.resolve(positionals[0] ?? '.'),
      locale: locale ?? 'en-US',
      payload: tests.map((name) => [name, remote(path.resolve(flag(name)))]),
      onLog: show,
    });
    const code = await Promise.race([window.exited, server.closed.then(() => 1)]);
    await window.close();
    return code;
  } finally {
    await server.close();
  }
}

function flag(name) {
  return String(values[name] ?? '');
}

function show(type, args) {
  const line = args.map(String).join(' ');
  if (type === 'info' && !noise.test(line)) console.log(line);
}
