import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { closeAtEnd } from '../../scripts/ending.mjs';
import { ensureChromium } from './chromium.mjs';
import { makeProfile } from './profile.mjs';
import { installExtension, startServer } from './server.mjs';
import { ensureServer } from './setup.mjs';
import * as versions from './versions.mjs';
import { openWindow } from './window.mjs';

/** How long the editor is given to show something, in milliseconds. */
const patience = 40_000;

/** How long a command with questions may take, with all the times that it is run again, in milliseconds. */
const persistence = 180_000;

const packaged = fileURLToPath(new URL('../../dist/tarea.vsix', import.meta.url));

/** @typedef {Awaited<ReturnType<typeof openDesk>>} Desk */

/**
 * A served VS Code with the extension installed, and what a person does in it.
 *
 * @param {{vsix?: string, files?: Record<string, string>, workspace?: string, locale?: string,
 *   settings?: Record<string, unknown>, env?: Record<string, string>,
 *   payload?: readonly (readonly [string, string])[]}} options `files` are written into
 *   the folder that is open, by name; the extension is the packaged one unless `vsix` is another
 */
export async function openDesk(options) {
  const { vsix = process.env['TAREA_VSIX'] ?? packaged, files = {}, ...rest } = options;
  const version = versions[process.env['TAREA_VSCODE'] ?? 'newest'];
  const host = await ensureServer(version, console.log);
  const chromium = await ensureChromium(console.log);
  const profile = await makeProfile(rest);
  const releaseProfile = closeAtEnd(profile.remove);
  for (const [name, text] of Object.entries(files)) {
    await writeFile(path.join(profile.workspace, name), text);
  }
  await installExtension(host, profile, vsix);
  const server = await startServer(host, profile, rest);
  const { locale, payload } = rest;
  const window = await openWindow(server, chromium, { folder: profile.workspace, locale, payload });
  await window.page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: 60_000 });
  return {
    ...actions(window.page),
    profile,
    close: async () => {
      await window.close();
      await server.close();
      profile.remove();
      releaseProfile();
    },
  };
}

/** @param {import('playwright-core').Page} page */
function actions(page) {
  return {
    page,
    /** Opens a file of the folder by its name. */
    open: async (name) => {
      await choose(page, 'Control+P', name, name);
      await page.locator('.tab.active', { hasText: name }).waitFor({ timeout: patience });
    },
    /** Clicks a data file in the tree. The tree is drawn anew once it knows the sizes, and a click meanwhile goes nowhere. */
    pickData: async (name) => {
      const rows = page.locator('.pane .monaco-list-row', { hasText: name });
      await rows.filter({ hasText: '×' }).first().click();
    },
    /** Runs a command by the title that the palette shows. */
    run: (title) => choose(page, 'F1', `>${title}`, title),
    /** Runs a command that asks questions: each answer has words of its question, and of the row that is wanted. */
    answer: (title, answers) => answer(page, title, answers),
    /** The document inside the webview that has such an element. */
    view: (selector) => findView(page, selector),
    /** The document inside the webview with such a heading. */
    viewOf: (title) => findView(page, `h1:text-is("${title}")`),
    /** Puts on one of the themes of themes.mjs; every webview has it then. */
    wear: (theme) => wear(page, theme),
    /** Lets the dialog that asks where to save have its own proposal. */
    acceptPlace: async () => {
      const ok = page.locator('.quick-input-widget').getByRole('button', { name: 'OK' });
      await ok.click({ timeout: patience });
      await ok.waitFor({ state: 'hidden' });
    },
    /** What Ctrl+V would paste. */
    clipboard: () => readClipboard(page),
    /** Waits until `look` answers with something true. */
    until: (look) => until(page, look),
  };
}

/** Picks a row of the palette, or of the list that is open where there is no key. It closes when the editor takes the focus back, so this tries again. */
async function choose(page, key, text, row) {
  await until(page, async () => {
    try {
      if (key !== '') await page.keyboard.press(key);
      await page.locator('.quick-input-widget input').first().fill(text, { timeout: 3000 });
      const rows = page.locator('.quick-input-list .monaco-list-row', { hasText: row });
      await rows.first().click({ timeout: 5000 });
      return true;
    } catch (error) {
      if (error.name !== 'TimeoutError') throw error;
      await page.keyboard.press('Escape');
      return false;
    }
  });
}

/** A question closes too when the editor takes the focus back: the command is then run again. */
async function answer(page, title, answers) {
  await until(
    page,
    async () => {
      await choose(page, 'F1', `>${title}`, title);
      try {
        // The list of one question still stands for a moment when the next is asked.
        for (const { question, row } of answers) {
          const asked = page.locator(`.quick-input-widget input[placeholder*="${question}"]`);
          await asked.waitFor({ timeout: 30_000 });
          const rows = page.locator('.quick-input-list .monaco-list-row', { hasText: row });
          await rows.first().click({ timeout: 5000 });
        }
        return true;
      } catch (error) {
        if (error.name !== 'TimeoutError') throw error;
        await page.keyboard.press('Escape');
        return false;
      }
    },
    persistence,
  );
}

/** By VS Code's own list: it does not hear of its settings being written on a server. */
async function wear(page, { title, look }) {
  await choose(page, 'F1', '>Preferences: Color Theme', 'Preferences: Color Theme');
  await choose(page, '', title, title);
  await until(page, async () => {
    const views = page.frames().filter((frame) => /\/pre\/fake\.html/.test(frame.url()));
    const bodies = views.map((view) => view.$(`body.${look}`).catch(() => null));
    return (await Promise.all(bodies)).every((body) => body !== null);
  });
}

/** Read where the page of VS Code itself has the focus: the browser gives it to no other. */
async function readClipboard(page) {
  const { origin } = new URL(page.url());
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  return await page.evaluate(async () => {
    globalThis['focus']();
    return await globalThis['navigator'].clipboard.readText();
  });
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} selector
 * @returns {Promise<import('playwright-core').Frame>}
 */
function findView(page, selector) {
  return until(page, async () => {
    for (const frame of page.frames()) {
      if (!/\/pre\/fake\.html/.test(frame.url())) continue;
      // A frame may go away while it is asked; another one is then on its way.
      if (await frame.$(selector).catch(() => null)) return frame;
    }
    return undefined;
  });
}

async function until(page, look, limit = patience) {
  const end = Date.now() + limit;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`Waited in vain for: ${look}`);
    await page.waitForTimeout(100);
  }
}
