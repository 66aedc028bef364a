import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Installs the packages of package-lock.json, unless exactly those are installed already. Uses
 * Node's own modules only: it is the first thing that runs in a fresh clone.
 *
 * @param {(line: string) => void} say
 */
export function ensureModules(say) {
  if (areInstalled()) return;
  say('installing the packages of package-lock.json (npm ci)');
  const shell = process.platform === 'win32';
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync(shell ? 'npm.cmd' : 'npm', args, {
    cwd: root,
    shell,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** npm writes down what it installed; comparing that is surer than comparing dates. */
function areInstalled() {
  const record = `${root}node_modules/.package-lock.json`;
  if (!existsSync(record)) return false;
  const wanted = readPackages(`${root}package-lock.json`);
  const installed = readPackages(record);
  return Object.entries(wanted).every(([place, { version, optional }]) => {
    if (place === '' || (optional && !installed[place])) return true;
    return installed[place]?.version === version;
  });
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}
