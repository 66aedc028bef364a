import { chromium } from 'playwright-core';

/** An address as the page knows it: the served VS Code calls its own machine "remote". */
export function remote(place) {
  return `vscode-remote://remote${place}`;
}

/**
 * Opens a folder of a served VS Code in a headless Chromium.
 *
 * @param {string} url of the server
 * @param {string} executablePath of Chromium
 * @param {{folder: string, payload?: readonly (readonly [string, string])[], locale?: string,
 *   size?: {width: number, height: number}, onLog?: (type: string, args: unknown[]) => void,
 *   onExit?: (code: number) => void}} options
 */
export async function openWindow(url, executablePath, options) {
  const { folder, payload = [], locale = 'en-US', size = { width: 1280, height: 800 } } = options;
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', ...offline],
  });
  const context = await browser.newContext({ locale, viewport: size });
  const page = await context.newPage();
  await page.route(isForeign, (route) => route.abort());
  await page.exposeFunction('codeAutomationLog', options.onLog ?? ignore);
  await page.exposeFunction('codeAutomationExit', options.onExit ?? ignore);
  const query = new URLSearchParams({
    folder,
    payload: JSON.stringify([['skipWelcome', 'true'], ['skipReleaseNotes', 'true'], ...payload]),
  });
  await page.goto(`${url}?${query}`);
  return { page, browser, close: () => browser.close() };
}

const offline = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Pages of webviews are answered inside the browser; every other outside address is refused. */
function isForeign(address) {
  const { protocol, hostname } = address;
  if (!/^(https?|wss?):$/.test(protocol)) return false;
  return hostname !== '127.0.0.1' && !hostname.endsWith('.vscode-resource.vscode-cdn.net');
}

function ignore() {
  return undefined;
}
