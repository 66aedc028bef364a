import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { assertAccessible } from '../accessible.mjs';
import { openDesk } from '../desk.mjs';

const script = '<b onclick="alert(1)">';
const lines = (count, line) => Array.from({ length: count }, (_, index) => line(index)).join('\n');
const wave = (index, step) => (Math.sin(index * step) * 100).toFixed(4);
const genre = (index) => (index % 20 === 0 ? 'Jazz' : index % 3 ? 'Rock' : script);

/** A constant, a column under two names, ids on both sides, a column that test has not. */
const train = [
  'track_id,artist,tempo,bpm,flat,energy,genre',
  lines(
    300,
    (at) =>
      `${at + 7},A${at % 90},${wave(at, 1.3)},${wave(at, 1.3)},1,${wave(at, 2.1)},${genre(at)}`,
  ),
].join('\n');
const test = [
  'track_id,artist,tempo,bpm,flat',
  lines(
    100,
    (at) => `${at < 4 ? at + 7 : at + 5000},B${at},${wave(at + 0.5, 1.7)},${wave(at + 0.5, 1.7)},1`,
  ),
].join('\n');

/** @type {import('../desk.mjs').Desk} */
let desk;
/** @type {import('playwright-core').Frame} */
let view;

describe('mistakes in the data', () => {
  before(async () => {
    desk = await openDesk({ files: { 'tracks_train.csv': train, 'tracks_test.csv': test } });
    await desk.page.locator('.activitybar .action-label[aria-label="Tarea"]').click();
    await desk.pickData('train.csv');
    view = await desk.view('main .tabs');
    await view.locator('.size', { hasText: '300 rows' }).waitFor();
  });
  after(() => desk?.close());

  describe('the findings', testFindings);
  describe('the split', testSplit);
});

function testFindings() {
  it('are found beside the test file, which is guessed', async () => {
    await view.locator('[data-tab="findings"]').click();
    await view.locator('li[data-code="rows.ids"]').waitFor();
    const codes = await view
      .locator('.findings li')
      .evaluateAll((items) => items.map((item) => item.dataset['code']));
    assert.deepEqual(codes, [
      'column.missing',
      'rows.ids',
      'column.constant',
      'column.duplicate',
      'column.idLike',
    ]);
    const missing = view.locator('li[data-code="column.missing"]');
    assert.match(await missing.innerText(), /energy and 1 more columns are not in the test file/);
    assert.match(await view.locator('vscode-dropdown .selected-value').innerText(), /tracks_test/);
    await view.locator('.tally', { hasText: 'Errors: 2 · Warnings: 2 · Notes: 1' }).waitFor();
  });

  it('tell how far the search is, which can be stopped and begun again', stop);

  it('are told of the target once it is chosen', async () => {
    await view.locator('.no-target vscode-button').click();
    await view.locator('.likely').getByText('genre', { exact: true }).click();
    await view.locator('.baseline').waitFor();
    await view.locator('[data-tab="findings"]').click();
    await view.locator('li[data-code="class.imbalance"]', { hasText: 'Jazz' }).waitFor();
    await view
      .locator('li[data-code="column.missing"]', { hasText: /^.?\s*energy is not/ })
      .waitFor();
    assert.equal(await view.locator('.no-target').isVisible(), false);
  });

  it('lead to the column and to the rows of either file', async () => {
    const ids = view.locator('li[data-code="rows.ids"]');
    await ids.getByText('Show the rows', { exact: true }).click();
    await view.locator('.grid tbody td', { hasText: 'A3' }).first().waitFor();
    assert.equal(await view.locator('.grid tbody td', { hasText: 'A55' }).count(), 0);
    await view.locator('[data-tab="findings"]').click();
    await ids.getByText('track_id', { exact: true }).click();
    await view.locator('tr.column[data-column="track_id"]').waitFor();
    await view.locator('[data-tab="findings"]').click();
  });

  it('can be reached by everyone, in every theme', async () => {
    await assertAccessible(desk, () => desk.view('main .tabs'), { tabs: ['findings', 'split'] });
  });
}

function testSplit() {
  it('keeps classes and groups, and says how they came out', async () => {
    await view.locator('[data-tab="split"]').click();
    await view.locator('.split-page input[list]').last().fill('artist');
    await view.locator('.split-page input[list]').last().press('Tab');
    await view.locator('.split-page vscode-button', { hasText: 'Split Rows' }).click();
    const table = view.locator('.outcome table');
    await table.waitFor();
    assert.match(await table.innerText(), /All rows\s+2\d\d/);
    assert.match(await table.innerText(), /Jazz/);
    assert.equal(await view.locator('.outcome b').count(), 0);
  });

  it('is kept beside the data, and its code then reads it', async () => {
    await view.locator('.split-page vscode-button', { hasText: 'Save as JSON' }).click();
    await desk.acceptPlace();
    await view.locator('.split-status', { hasText: 'Saved as tracks_train.split.json' }).waitFor();
    const file = path.join(desk.profile.workspace, 'tracks_train.split.json');
    const { parts, group, target } = JSON.parse(await readFile(file, 'utf8'));
    assert.equal(parts.train.length + parts.validation.length, 300);
    assert.deepEqual([group, target], ['artist', 'genre']);
    await view.getByText('Add to Notebook', { exact: true }).click();
    const cell = desk.page.locator('.notebookOverlay .code-cell-row .view-lines');
    await desk.until(async () => /tracks_train\.split\.json/.test(await cell.first().innerText()));
  });

  it('says what it cannot do', async () => {
    await view.locator('.split-page vscode-text-field input').first().fill('x');
    await view.locator('.split-page vscode-button', { hasText: 'Split Rows' }).click();
    await view.locator('.split-status', { hasText: 'must be numbers' }).waitFor();
    await view.locator('.split-page vscode-text-field input').first().fill('50');
    await view.locator('.split-page vscode-button', { hasText: 'Split Rows' }).click();
    await view.locator('.split-status', { hasText: '100 %' }).waitFor();
  });
}

async function stop() {
  const columns = Array.from({ length: 40 }, (_, at) => at);
  const row = (index) => [index, ...columns.map((at) => wave(index * 41 + at, 1.7))].join(',');
  const head = ['id', ...columns.map((at) => `c${at}`)].join(',');
  for (const part of ['train', 'test']) {
    const text = `${head}\n${lines(4000, row)}\n`;
    await writeFile(path.join(desk.profile.workspace, `waves_${part}.csv`), text);
  }
  await desk.page.locator('.pane .monaco-list-row', { hasText: 'waves' }).first().waitFor();
  await desk.answer('Tarea: Look for Mistakes in the Data', [
    { question: 'Which data file', row: 'waves_train' },
  ]);
  const waves = await desk.viewOf('waves_train.csv');
  await waves.locator('.tally', { hasText: /: \d+ of 11 steps/ }).waitFor();
  await waves.locator('.busy vscode-button', { hasText: 'Stop' }).click();
  await waves.locator('.tally', { hasText: 'Stopped before everything' }).waitFor();
  assert.equal(await waves.locator('.findings li').count(), 0);
  await waves.getByText('Look Again', { exact: true }).click();
  await waves.locator('li[data-code="rows.shared"]').waitFor({ timeout: 60_000 });
  await desk.run('View: Close Editor');
}
