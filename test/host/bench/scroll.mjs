/**
 * Measures, in a real VS Code, how evenly a large table scrolls beside a text in the same window's own
 * editor, and how long the extension host's thread is held up meanwhile: `--rows=1000000` for as many
 * rows of 520 columns.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDesk } from '../desk.mjs';
import { remote } from '../window.mjs';
import { wideText, writeWideFile } from './wideFile.mjs';

/** Pixels in each frame: a wheel, a fling, a dragged bar, and the wheel sideways. */
const moves = [
  { name: 'scrolling as with a wheel', side: 'scrollTop', step: 40 },
  { name: 'scrolling fast', side: 'scrollTop', step: 400 },
  { name: 'dragging the bar', side: 'scrollTop', step: 20_000 },
  { name: 'scrolling sideways', side: 'scrollLeft', step: 40 },
];

const given = process.argv.find((each) => each.startsWith('--rows='));
const rows = Number(given?.slice('--rows='.length) ?? 100_000);
const size = rows.toLocaleString('en');
const probe = fileURLToPath(new URL('probe', import.meta.url));
const scratch = await mkdtemp(path.join(tmpdir(), 'tarea-scroll-'));
const noted = path.join(scratch, 'late.txt');

const desk = await openDesk({
  env: { TAREA_PROBE: noted },
  payload: [['extensionDevelopmentPath', remote(probe)]],
});
try {
  const file = path.join(desk.profile.workspace, 'wide.csv');
  const bytes = await writeWideFile(file, rows);
  console.log(`${size} rows x 520 columns, ${Math.round(bytes / 1e6).toLocaleString('en')} MB`);
  await desk.page.locator('.activitybar .action-label[aria-label="Tarea"]').click();
  await desk.page.locator('.pane .monaco-list-row', { hasText: 'wide.csv' }).first().waitFor();
  await desk.until(() => existsSync(noted));
  await measurePeer();
  await measure();
} finally {
  await desk.close();
  await rm(scratch, { recursive: true, force: true });
}
process.exit();

/** The editor that the table is shown in, with lines of text as long as the rows in sight. */
async function measurePeer() {
  await writeFile(path.join(desk.profile.workspace, 'peer.txt'), wideText(4_000, 300));
  await desk.page.keyboard.press('Control+P');
  await desk.page.locator('.quick-input-widget input').first().fill('peer.txt');
  await desk.page.locator('.quick-input-list .monaco-list-row', { hasText: 'peer.txt' }).waitFor();
  await desk.page.keyboard.press('Enter');
  const text = desk.page.locator('.editor-instance .editor-scrollable').first();
  await text.locator('.view-line').nth(10).waitFor();
  for (const { name, step } of moves.slice(0, 2)) {
    const gaps = await during(`the editor, ${name}`, () =>
      text.evaluate(wheel, { step, seconds: 8 }),
    );
    console.log(`  between frames: ${figures(gaps)}; over 20 ms: ${share(gaps, 20)}`);
  }
}

async function measure() {
  const line = desk.page.locator('.pane .monaco-list-row', { hasText: 'wide.csv' }).first();
  const view = await during('first rows', async () => {
    await line.click();
    const found = await desk.view('main .tabs');
    await found.locator('.grid td').first().waitFor();
    return found;
  });
  const all = view.locator('.size', { hasText: `${size} rows` });
  await during('reading it all', () => all.waitFor({ timeout: 600_000 }));
  for (const { name, side, step } of moves) {
    const gaps = await during(name, () => view.evaluate(scroll, { side, step, seconds: 8 }));
    console.log(`  between frames: ${figures(gaps)}; over 20 ms: ${share(gaps, 20)}`);
  }
  const draws = await during('60 drawings', () => view.evaluate(draw, { times: 60, step: 40 }));
  console.log(`  each: ${figures(draws)}`);
  const waits = await during('40 jumps', () => view.evaluate(jump, { times: 40, rows }));
  console.log(`  until the rows are there: ${figures(waits)}`);
  await during('profiles of the columns in sight', async () => {
    await view.locator('[data-tab="columns"]').click();
    await view.locator('tr.column canvas').nth(10).waitFor({ timeout: 120_000 });
  });
}

/** Runs in the page. */
function scroll({ side, step, seconds }) {
  const grid = globalThis['document'].querySelector('.grid');
  return new Promise((resolve) => {
    const gaps = [];
    let last = globalThis['performance'].now();
    let way = step;
    const end = last + seconds * 1000;
    const frame = (now) => {
      gaps.push(now - last);
      last = now;
      const before = grid[side];
      grid[side] += way;
      if (grid[side] === before) way = -way;
      if (now < end) globalThis['requestAnimationFrame'](frame);
      else resolve(gaps.slice(1));
    };
    globalThis['requestAnimationFrame'](frame);
  });
}

/** Runs in the page: the editor listens to the wheel alone. */
function wheel(editor, { step, seconds }) {
  return new Promise((resolve) => {
    const gaps = [];
    let last = globalThis['performance'].now();
    const end = last + seconds * 1000;
    const frame = (now) => {
      gaps.push(now - last);
      last = now;
      // To and fro, since a text is shorter than the table.
      const deltaY = gaps.length % 200 < 100 ? step : -step;
      const turned = new globalThis['WheelEvent']('wheel', { deltaY, bubbles: true });
      editor.dispatchEvent(turned);
      if (now < end) globalThis['requestAnimationFrame'](frame);
      else resolve(gaps.slice(1));
    };
    globalThis['requestAnimationFrame'](frame);
  });
}

/** Runs in the page: what one drawing takes of the time between two frames. */
async function draw({ times, step }) {
  const grid = globalThis['document'].querySelector('.grid');
  const taken = [];
  for (let time = 0; time < times; time++) {
    grid.scrollTop += step;
    await new Promise((again) => globalThis['requestAnimationFrame'](again));
    const begun = globalThis['performance'].now();
    await grid.draw({ invalid_viewport: true });
    taken.push(globalThis['performance'].now() - begun);
  }
  return taken;
}

/** Runs in the page: from one end to somewhere else, until the first row that is drawn lies there. */
async function jump({ times, rows }) {
  const grid = globalThis['document'].querySelector('.grid');
  const waits = [];
  for (let time = 1; time <= times; time++) {
    const share = (time * 0.618) % 1;
    const begun = globalThis['performance'].now();
    grid.scrollTop = share * (grid.scrollHeight - grid.clientHeight);
    const arrived = () => {
      const cell = grid.querySelector('td');
      return cell !== null && Math.abs(grid.getMeta(cell).y0 - share * rows) < 0.01 * rows + 50;
    };
    while (!arrived()) await new Promise((again) => globalThis['requestAnimationFrame'](again));
    waits.push(globalThis['performance'].now() - begun);
  }
  return waits;
}

/** Does something and says how long it took, and how late the host's thread was meanwhile. */
async function during(name, act) {
  const begun = Date.now();
  const result = await act();
  const ended = Date.now();
  // What happened is written down twice a second.
  await desk.page.waitForTimeout(700);
  const late = (await readFile(noted, 'utf8'))
    .split('\n')
    .map((each) => each.split(' ').map(Number))
    .filter(([at]) => at >= begun && at <= ended)
    .map(([, milliseconds]) => milliseconds);
  console.log(`${name}: ${((ended - begun) / 1000).toFixed(1)} s`);
  console.log(`  host late by: ${figures(late)}; over 50 ms: ${share(late, 50)}`);
  return result;
}

function figures(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part) => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(1);
  return `median ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, most ${at(1)} ms of ${sorted.length}`;
}

function share(values, limit) {
  return `${values.filter((value) => value > limit).length}`;
}
