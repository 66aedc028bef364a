import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { run } from '../../scripts/command.mjs';
import { closeAtEnd } from '../../scripts/ending.mjs';
import { ripgrep } from './versions.mjs';

/** npm carries Node itself, one package for each system. */
const nodePackage = `node-${process.platform}-${process.arch}`;

/** Folder for what is installed once and used by every checkout; never inside the source tree. */
export function cacheFolder() {
  const base = process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache');
  return path.join(base, 'tarea');
}

/**
 * A served VS Code on disk, installed from npm when it is not there yet.
 *
 * @param {{codeServer: string, node: string, vscode: string}} version a row of versions.mjs
 * @param {(line: string) => void} say told what is being done, when something is
 * @returns {Promise<{node: string, server: string, version: string}>} the Node to run and the
 *   server's main file
 */
export async function ensureServer(version, say) {
  const folder = path.join(cacheFolder(), `vscode-host-${version.codeServer}`);
  if (!existsSync(path.join(folder, '.ok'))) {
    say(`installing VS Code ${version.vscode} (code-server ${version.codeServer}) from npm`);
    await installServer(folder, version);
  }
  return {
    node: path.join(folder, 'node_modules', nodePackage, 'bin/node'),
    server: path.join(serverIn(folder), 'out/server-main.js'),
    version: version.vscode,
  };
}

/**
 * Installs beside the final place and renames at the end, so that an interrupted install is never
 * mistaken for a whole one, and two runs at once do not write into each other.
 */
async function installServer(folder, version) {
  const partial = `${folder}.partial-${process.pid}`;
  await removeAbandoned(folder);
  await mkdir(partial, { recursive: true });
  const remove = () => rm(partial, { recursive: true, force: true });
  const release = closeAtEnd(remove);
  try {
    await fillServer(partial, version);
    await writeFile(path.join(partial, '.ok'), '');
    await adopt(partial, folder);
  } finally {
    await remove();
    release();
  }
}

async function fillServer(folder, version) {
  const dependencies = { 'code-server': version.codeServer, [nodePackage]: version.node };
  await writeFile(
    path.join(folder, 'package.json'),
    JSON.stringify({ private: true, dependencies }),
  );
  await npmInstall(folder);
  const server = serverIn(folder);
  await npmInstall(server);
  await npmInstall(path.join(server, 'extensions'));
  await addRipgrep(folder, server);
  const unused = ['node_modules/@github', 'node_modules/@microsoft/mxc-sdk', 'extensions/copilot'];
  await Promise.all(
    unused.map((each) => rm(path.join(server, each), { recursive: true, force: true })),
  );
}

/** Without ripgrep, finding files and searching do nothing in the older server. */
async function addRipgrep(folder, server) {
  const place = path.join(server, 'node_modules/@vscode/ripgrep');
  const binary = path.join(place, 'bin/rg');
  if (!existsSync(place) || existsSync(binary)) return;
  const apart = path.join(folder, 'ripgrep');
  await mkdir(apart);
  const dependencies = { '@vscode/ripgrep-universal': ripgrep };
  await writeFile(
    path.join(apart, 'package.json'),
    JSON.stringify({ private: true, dependencies }),
  );
  await npmInstall(apart);
  const source = path.join(apart, 'node_modules/@vscode/ripgrep-universal/bin');
  await mkdir(path.dirname(binary), { recursive: true });
  await copyFile(path.join(source, `${process.platform}-${process.arch}`, 'rg'), binary);
  await chmod(binary, 0o755);
  await rm(apart, { recursive: true, force: true });
}

/** Install scripts are left out: they want a compiler, and nothing the tests use needs them. */
async function npmInstall(folder) {
  const flags = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  await run('npm', ['install', ...flags], { cwd: folder, env: outsideNpm() });
}

/** The environment without what a surrounding `npm run` says of its own package. */
function outsideNpm() {
  const inner = /^npm_(package_|lifecycle_|config_local_prefix$|command$|execpath$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !inner.test(name)));
}

async function adopt(partial, folder) {
  try {
    if (!existsSync(path.join(folder, '.ok'))) await rm(folder, { recursive: true, force: true });
    await rename(partial, folder);
  } catch (error) {
    // Another run may have finished the same install a moment before.
    if (!existsSync(path.join(folder, '.ok'))) throw error;
  }
}

async function removeAbandoned(folder) {
  const parent = path.dirname(folder);
  if (!existsSync(parent)) return;
  const prefix = `${path.basename(folder)}.partial-`;
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix) || isRunning(Number(name.slice(prefix.length)))) continue;
    await rm(path.join(parent, name), { recursive: true, force: true });
  }
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function serverIn(folder) {
  return path.join(folder, 'node_modules/code-server/lib/vscode');
}
