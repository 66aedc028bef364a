/**
 * Photographs the sample coursework and data in VS Code: light, dark and high contrast. Prints where the
 * pictures are; they are there to be looked at. `--es` speaks Spanish, `--data` looks at the data alone.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDesk } from './desk.mjs';
import { themes } from './themes.mjs';

const sample = fileURLToPath(new URL('../../examples/tarea1', import.meta.url));
const examples = fileURLToPath(new URL('../../examples', import.meta.url));

/** The pages of a data file, what is done there first, and what is further down. */
const dataPages = [
  { tab: 'table' },
  { tab: 'columns', act: (view) => view.locator('.column-name').nth(3).click() },
  { tab: 'target', below: '.heat' },
  { tab: 'findings' },
  { tab: 'split', act: (view) => view.locator('.buttons vscode-button').first().click() },
  { tab: 'projection', below: 'ul.remarks' },
  { tab: 'sql', act: (view) => view.locator('.tools vscode-button').first().click() },
];
const audioPages = [
  { tab: 'clips', below: '.picture:last-child' },
  { tab: 'folder' },
  { tab: 'speakers' },
  { tab: 'export' },
];

const [report, notebook] = await findFiles();
const folder = await mkdtemp(path.join(tmpdir(), 'tarea-shots-'));
const locale = process.argv.includes('--es') ? { locale: 'es' } : {};
if (!process.argv.includes('--data')) for (const theme of themes) await photograph(theme);
await photographData();
console.log(`The pictures are in ${folder}`);
process.exit();

async function photograph({ name, setting }) {
  const settings = { 'workbench.colorTheme': setting };
  const desk = await openDesk({
    workspace: sample,
    settings,
    ...locale,
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

/** Each page of a file whose target is chosen, and of a folder of clips, in one window that changes its theme. */
async function photographData() {
  const desk = await openDesk({ workspace: examples, ...locale });
  const rowOf = (text) => desk.page.locator('.pane .monaco-list-row', { hasText: text }).first();
  try {
    await desk.page.locator('.activitybar .action-label[aria-label="Tarea"]').click();
    await rowOf('train_metadata').click();
    const view = await desk.view('main .tabs');
    await view.locator('.grid td').first().waitFor();
    await view.locator('[data-tab="target"]').click();
    await view.locator('.likely vscode-button').last().click();
    await view.locator('.heat').waitFor();
    await photographPages(desk, 'data', dataPages);
    await rowOf('audio').click();
    await photographPages(desk, 'audio', audioPages);
  } finally {
    await desk.close();
  }
}

async function photographPages(desk, subject, pages) {
  const view = await desk.view(`[data-tab="${pages[0].tab}"]`);
  for (const theme of themes) {
    await desk.wear(theme);
    for (const { tab, act, below } of pages) {
      const shoot = (part) => {
        const file = `${theme.name}-${subject}-${tab}${part}.png`;
        return desk.page.screenshot({ path: path.join(folder, file) });
      };
      await view.locator(`[data-tab="${tab}"]`).click();
      await act?.(view);
      await desk.page.waitForTimeout(1500);
      await shoot('');
      if (below === undefined) continue;
      await view.locator(below).first().scrollIntoViewIfNeeded();
      await desk.page.waitForTimeout(300);
      await shoot('-below');
    }
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
