import { setTimeout } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { closeAtEnd } from '../../scripts/ending.mjs';
import { privateEnv } from './profile.mjs';

/** An address as the page knows it: the served VS Code calls its own machine "remote". */
export function remote(place) {
  return `vscode-remote://remote${place}`;
}

/**
 * Opens a folder of a served VS Code in a headless Chromium.
 *
 * @param {import('./server.mjs').Server} server
 * @param {string} executablePath of Chromium
 * @param {{folder: string, payload?: readonly (readonly [string, string])[], locale?: string,
 *   size?: {width: number, height: number}, onLog?: (type: string, args: unknown[]) => void}} options
 *   `onLog` hears VS Code's log and the extension host's console
 * @returns {Promise<{page: import('playwright-core').Page, exited: Promise<number>,
 *   close: () => Promise<void>}>} `exited`: the code with which tests inside the window ended
 */
export async function openWindow(server, executablePath, options) {
  const { folder, payload = [], locale = 'en-US', size = { width: 1280, height: 800 } } = options;
  const browser = await chromium.launch({
    executablePath,
    env: { ...process.env, ...privateEnv(server.profile.root) },
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', ...offline],
    ...endsWithUs,
  });
  const close = async () => {
    // A browser that does not answer any more goes with the pipe to it.
    await Promise.race([browser.close(), setTimeout(2000, undefined, { ref: false })]);
    release();
  };
  const release = closeAtEnd(close);
  try {
    const context = await browser.newContext({ locale, viewport: size });
    const page = await context.newPage();
    await page.route(isForeign, (route) => route.abort());
    await page.exposeFunction('codeAutomationLog', options.onLog ?? (() => undefined));
    const exited = new Promise((resolve) => page.exposeFunction('codeAutomationExit', resolve));
    await page.goto(server.address({ folder, payload: JSON.stringify([...quiet, ...payload]) }));
    return { page, exited, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const quiet = [
  ['skipWelcome', 'true'],
  ['skipReleaseNotes', 'true'],
];

/** Left to itself, Playwright answers a signal by ending the process before the rest is closed. */
const endsWithUs = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };

const offline = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Pages of webviews are answered inside the browser; every other outside address is refused. */
function isForeign(address) {
  const { protocol, hostname } = address;
  if (!/^(https?|wss?):$/.test(protocol)) return false;
  return hostname !== '127.0.0.1' && !hostname.endsWith('.vscode-resource.vscode-cdn.net');
}
