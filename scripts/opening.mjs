import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasDisplay, installInto } from '../test/host/executable.mjs';
import { makeProfile } from '../test/host/profile.mjs';
import { installExtension, startServer } from '../test/host/server.mjs';
import { ensureServer } from '../test/host/setup.mjs';
import { newest } from '../test/host/versions.mjs';
import { closeAtEnd } from './ending.mjs';

const opener = fileURLToPath(new URL('opener', import.meta.url));

/** @typedef {{folder: string, sample: string, vsix: string, say: (line: string) => void}} Opening */

/**
 * Opens a folder in the VS Code of this machine, else in one served on 127.0.0.1, with a profile of
 * its own that goes away at the end. Settles when that VS Code is closed.
 *
 * @param {Opening} opening `sample` is the file of the folder to show first
 */
export async function openSample(opening) {
  const locale = /^es\b|^es_/.test(systemLanguage()) ? 'es' : undefined;
  const profile = await makeProfile({
    settings: { 'files.autoSave': 'off', 'security.workspace.trust.enabled': false },
    ...(locale ? { locale } : {}),
  });
  closeAtEnd(profile.remove);
  // Before the first install: VS Code takes up the folders it finds only then.
  await cp(opener, path.join(profile.extensions, 'tarea.opener-1.0.0'), { recursive: true });
  const code = findDesktop();
  try {
    if (code !== undefined && (await openDesktop(code, opening, profile, locale))) return;
    await openServed(opening, profile, locale);
  } finally {
    profile.remove();
  }
}

/** Has what is opened later installed by then. A failure is told when it is needed, not before. */
export async function prepare(say) {
  if (findDesktop() === undefined) await Promise.allSettled([ensureServer(newest, say)]);
}

/** The `code` of this machine, when it can show a window. */
function findDesktop() {
  const given = process.env['VSCODE_TEST_EXECUTABLE'];
  if (given) return given;
  if (!hasDisplay()) return undefined;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find(isDesktop);
}

/** Inside a remote window, `code` only passes files on to that window: it opens none of its own. */
function isDesktop(file) {
  return existsSync(file) && !realpathSync(file).includes('remote-cli');
}

/** Whether that VS Code could be opened; it is closed again by then. */
async function openDesktop(executable, { folder, sample, vsix, say }, profile, locale) {
  const vscode = { desktop: true, executable, name: executable, env: {} };
  try {
    await installInto(vscode, profile, vsix);
  } catch (error) {
    say(`${executable} does not run here (${error.message.split('\n')[0]})`);
    return false;
  }
  const folders = [`--extensions-dir=${profile.extensions}`, `--user-data-dir=${profile.userData}`];
  const flags = ['--new-window', '--wait', '--disable-workspace-trust', '--skip-welcome'];
  if (locale) flags.push(`--locale=${locale}`);
  if (process.getuid?.() === 0) flags.push('--no-sandbox');
  const child = spawn(executable, [...folders, ...flags, folder], {
    env: { ...process.env, TAREA_SAMPLE: sample },
    stdio: 'ignore',
    shell: process.platform === 'win32',
  });
  const release = closeAtEnd(() => endDesktop(child, profile));
  process.exitCode = 0;
  say(`opened in ${executable}; Ctrl-C or closing the window ends it`);
  const [status] = await once(child, 'close');
  release();
  if (status !== 0) say(`${executable} ended with ${status}`);
  return status === 0;
}

/** `code` starts the window as a process apart, whose id VS Code keeps in its user data. */
function endDesktop(child, profile) {
  child.kill();
  const lock = path.join(profile.userData, 'code.lock');
  if (existsSync(lock)) process.kill(Number(readFileSync(lock, 'utf8')));
}

async function openServed({ folder, sample, vsix, say }, profile, locale) {
  const host = await ensureServer(newest, say);
  await installExtension(host, profile, vsix);
  const server = await startServer(host, profile, {
    driver: false,
    env: { TAREA_SAMPLE: sample },
    ...(locale ? { locale } : {}),
  });
  const address = await shorten(server.address({ folder }));
  // From here on, Ctrl-C is the ordinary end.
  process.exitCode = 0;
  say(`VS Code ${host.version} with Tarea is at ${address}`);
  say('Ctrl-C ends it');
  await server.closed;
}

/** An address short enough to read; its own secret stands for the one that VS Code asks for. */
async function shorten(target) {
  const place = `/${randomBytes(6).toString('hex')}`;
  const server = createServer((request, response) => {
    if (request.url === place) response.writeHead(302, { location: target }).end();
    else response.writeHead(404).end();
  });
  await once(server.listen(0, '127.0.0.1').unref(), 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return `http://127.0.0.1:${port}${place}`;
}

function systemLanguage() {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return LC_ALL || LC_MESSAGES || LANG || Intl.DateTimeFormat().resolvedOptions().locale;
}
