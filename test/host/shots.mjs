/**
 * Photographs the sample coursework and data in VS Code: light, dark and high contrast. Prints where the
 * pictures are; they are there to be looked at.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDesk } from './desk.mjs';

const sample = fileURLToPath(new URL('../../examples/tarea1', import.meta.url));
const data = fileURLToPath(new URL('../../examples/music', import.meta.url));
/** As in `src/webview/data/pages.ts`. */
const pages = ['table', 'columns', 'target', 'findings', 'split', 'projection', 'sql'];
const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  contrast: 'Default High Contrast',
};

const [report, notebook] = await findFiles();
const folder = await mkdtemp(path.join(tmpdir(), 'tarea-shots-'));
const locale = process.argv.includes('--es') ? 'es' : undefined;
for (const [name, theme] of Object.entries(themes)) {
  await photograph(name, theme);
  await photographData(name, theme);
}
console.log(`The pictures are in ${folder}`);
process.exit();

async function photograph(name, theme) {
  const settings = { 'workbench.colorTheme': theme };
  const desk = await openDesk({
    workspace: sample,
    settings,
    ...(locale ? { locale } : {}),
  });
  const shoot = async (subject) => {
    await desk.page.waitForTimeout(1000);
    await desk.page.screenshot({ path: path.join(folder, `${name}-${subject}.png`) });
  };
  try {
    await desk.open(report);
    await desk.run('Problems: Focus on Problems View');
    await desk.page.locator('.markers-panel .codicon-error').first().dblclick();
    await desk.page.locator('.squiggly-error').first().waitFor();
    await shoot('problems');
    await desk.run('View: Toggle Panel Visibility');
    await pointAt(desk.page, '.squiggly-error');
    await desk.page.locator('.monaco-hover').first().waitFor();
    await shoot('hover');
    await desk.page.locator('.activitybar .action-label[aria-label="Tarea"]').click();
    const view = await desk.view('ol.steps');
    await view.locator('li').first().waitFor();
    await shoot('steps');
    await desk.open(notebook);
    // The fonts of its formulas come last.
    await desk.page.waitForTimeout(2000);
    await shoot('notebook');
  } finally {
    await desk.close();
  }
}

/** Each page of the file whose target is known. */
async function photographData(name, theme) {
  const settings = { 'workbench.colorTheme': theme };
  const desk = await openDesk({ workspace: data, settings, ...(locale ? { locale } : {}) });
  try {
    await desk.page.locator('.activitybar .action-label[aria-label="Tarea"]').click();
    await desk.page.locator('.monaco-list-row', { hasText: 'train_metadata' }).click();
    const view = await desk.view('main .tabs');
    await view.locator('.grid td').first().waitFor();
    await view.locator('[data-tab="target"]').click();
    await view.locator('.likely vscode-button').last().click();
    await view.locator('.heat').waitFor();
    for (const page of pages) {
      await view.locator(`[data-tab="${page}"]`).click();
      await desk.page.waitForTimeout(1500);
      await desk.page.screenshot({ path: path.join(folder, `${name}-data-${page}.png`) });
    }
  } finally {
    await desk.close();
  }
}

/** The underline lies beneath the text, so the pointer is moved to where it is. */
async function pointAt(page, selector) {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${selector} is not on the screen.`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
}

async function findFiles() {
  const names = existsSync(sample) ? await readdir(sample) : [];
  return ['.tex', '.ipynb'].map((kind) => {
    const found = names.find((name) => name.endsWith(kind));
    if (!found) throw new Error(`There is no ${kind} in ${sample}.`);
    return found;
  });
}
