import assert from 'node:assert/strict';
import axe from 'axe-core';
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

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const themes = ['Default Light Modern', 'Default Dark Modern', 'Default High Contrast'];

/** @type {import('../desk.mjs').Desk} */
let desk;
/** @type {import('playwright-core').Frame} */
let view;

describe('mistakes in the data', () => {
  before(async () => {
    desk = await openDesk({ files: { 'tracks_train.csv': train, 'tracks_test.csv': test } });
    await desk.page.locator('.activitybar .action-label[aria-label="Tarea"]').click();
    await desk.page.locator('.monaco-list-row', { hasText: 'train.csv' }).first().click();
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
    for (const theme of themes) {
      await desk.configure({ 'workbench.colorTheme': theme });
      await desk.page.waitForTimeout(1500);
      for (const tab of ['findings', 'split']) {
        await view.locator(`[data-tab="${tab}"]`).click();
        await desk.page.waitForTimeout(400);
        assert.deepEqual(await violations(view), [], `${theme}, ${tab}`);
      }
    }
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
    assert.match(await table.innerText(), /Training\s+2\d\d/);
    assert.match(await table.innerText(), /Jazz/);
    assert.equal(await view.locator('.outcome b').count(), 0);
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

async function violations(view) {
  await view.evaluate(axe.source);
  return await view.evaluate(async (standards) => {
    const found = await globalThis['axe'].run({ runOnly: standards });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }, standards);
}
