import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { run } from '../../scripts/command.mjs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const remedy =
  'Chromium is needed to drive VS Code and was not found. Install it (Debian and Ubuntu: ' +
  '`sudo apt-get install chromium`; Fedora: `sudo dnf install chromium`), or set CHROMIUM to the ' +
  'path of a Chromium, Chrome or Edge.';

/** The path of a Chromium that is already on this machine, or undefined. */
export async function findChromium() {
  const given = process.env['CHROMIUM'];
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`CHROMIUM is set to ${given}, and there is no such file.`);
  }
  return places.find((place) => existsSync(place)) ?? (await findPlaywrightsOwn());
}

/**
 * A Chromium to drive, installed by apt-get when that is allowed.
 *
 * @param {(line: string) => void} say
 * @returns {Promise<string>} its path; rejects with the remedy when there is none to be had
 */
export async function ensureChromium(say) {
  const found = await findChromium();
  if (found) return found;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error(remedy);
  say('installing Chromium with apt-get');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  const flags = ['-y', '-qq', '--no-install-recommends'];
  await run('apt-get', ['install', ...flags, 'chromium'], { env });
  const installed = await findChromium();
  if (!installed) throw new Error(remedy);
  return installed;
}

/** Playwright keeps the browsers it downloads in a folder of its own; newest last by name. */
async function findPlaywrightsOwn() {
  const folder = path.join(homedir(), '.cache/ms-playwright');
  if (!existsSync(folder)) return undefined;
  const names = (await readdir(folder)).filter((name) => /^chromium-\d+$/.test(name)).sort();
  const inner = ['chrome-linux/chrome', 'chrome-linux64/chrome'];
  return names
    .reverse()
    .flatMap((name) => inner.map((each) => path.join(folder, name, each)))
    .find((place) => existsSync(place));
}
