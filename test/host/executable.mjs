import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  downloadAndUnzipVSCode,
  resolveCliArgsFromVSCodeExecutablePath,
} from '@vscode/test-electron';
import { ensureChromium } from './chromium.mjs';
import { run } from '../../scripts/command.mjs';
import { privateEnv } from './profile.mjs';
import { cacheFolder, ensureServer } from './setup.mjs';
import * as versions from './versions.mjs';

const served = fileURLToPath(new URL('code.mjs', import.meta.url));

/**
 * @typedef {object} VSCode
 * @property {boolean} desktop whether it shows a window of its own
 * @property {string} executable the programme that starts it
 * @property {string} name as people know it
 * @property {Record<string, string>} env what the programme needs to be told
 */

/**
 * The VS Code to test in: the one that VSCODE_TEST_EXECUTABLE names, else a desktop one where it
 * can be downloaded and shown, else a served one from npm.
 *
 * @param {'newest' | 'floor'} which
 * @param {(line: string) => void} say
 * @returns {Promise<VSCode>}
 */
export async function findVSCode(which, say) {
  const given = process.env['VSCODE_TEST_EXECUTABLE'];
  if (given && which === 'newest')
    return { desktop: true, executable: given, name: given, env: {} };
  const downloaded = await downloadDesktop(which, say);
  if (downloaded) return downloaded;
  const version = versions[which];
  await Promise.all([ensureServer(version, say), ensureChromium(say)]);
  const name = `VS Code ${version.vscode} in Chromium`;
  return { desktop: false, executable: served, name, env: { TAREA_VSCODE: which } };
}

/** Installs a VSIX into a profile, without opening a window. */
export async function installInto(vscode, profile, vsix) {
  const [program, ...args] = commandLine(vscode);
  const folders = [`--extensions-dir=${profile.extensions}`, `--user-data-dir=${profile.userData}`];
  await run(program, [...args, ...folders, `--install-extension=${vsix}`, '--force'], {
    env: { ...process.env, ...vscode.env, TMPDIR: privateEnv(profile.root).TMPDIR },
  });
}

/** A desktop VS Code has a programme of its own for the command line, beside the window's. */
function commandLine({ desktop, executable }) {
  if (!desktop) return [executable];
  const [program = executable] = resolveCliArgsFromVSCodeExecutablePath(executable, {
    reuseMachineInstall: true,
  });
  return [existsSync(program) ? program : executable];
}

async function downloadDesktop(which, say) {
  const { vscode } = versions[which];
  if (!hasDisplay() || !(await isReachable())) return undefined;
  say(`downloading VS Code ${vscode} for the desktop`);
  try {
    const cachePath = path.join(cacheFolder(), 'desktop');
    const executable = await downloadAndUnzipVSCode({ version: vscode, cachePath });
    const name = `VS Code ${vscode} on the desktop`;
    const found = { desktop: true, executable, name, env: {} };
    await run(commandLine(found)[0], ['--version', '--no-sandbox']);
    return found;
  } catch (error) {
    // A machine without the libraries of a desktop can still serve VS Code to a browser.
    say(`the desktop VS Code does not run here (${error.message.split('\n')[0]})`);
    return undefined;
  }
}

/** Whether a window can be shown at all. */
export function hasDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

async function isReachable() {
  try {
    const signal = AbortSignal.timeout(3000);
    const address = 'https://update.code.visualstudio.com/api/releases/stable';
    return (await fetch(address, { signal })).ok;
  } catch {
    // Whatever the reason, there is nothing to download from.
    return false;
  }
}
