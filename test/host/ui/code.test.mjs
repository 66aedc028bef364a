import assert from 'node:assert/strict';
import { openDesk } from '../desk.mjs';

const lines = (count, line) => Array.from({ length: count }, (_, index) => line(index)).join('\n');

const files = {
  'songs_train.csv': `song_id,tempo,size,mood\n${lines(120, (at) => `${at * 3 + 7},${at % 17},${(at * 7) % 11},${at % 3 ? 'calm' : 'loud'}`)}`,
  'songs_test.csv': `song_id,tempo,size\n${lines(40, (at) => `${at * 3 + 307},${at % 13},${at % 11}`)}`,
};

describe('the code for what is on the screen', () => {
  /** @type {import('../desk.mjs').Desk} */
  let desk;
  /** @type {import('playwright-core').Frame} */
  let view;

  before(async () => {
    desk = await openDesk({ files });
    await desk.page.locator('.activitybar .action-label[aria-label="Tarea"]').click();
    await desk.page.locator('.pane .monaco-list-row', { hasText: 'train.csv' }).first().click();
    view = await desk.view('main .tabs');
    await view.locator('.size', { hasText: '120 rows' }).waitFor();
  });
  after(() => desk?.close());

  const add = () => view.getByText('Add to Notebook', { exact: true }).click();
  const cells = async () => {
    const texts = await desk.page
      .locator('.notebookOverlay .code-cell-row .view-lines')
      .allInnerTexts();
    return texts.map((text) => text.replaceAll('\u00a0', ' '));
  };

  it('becomes a notebook where none is open: the findings, beside the test file', async () => {
    await view.locator('[data-tab="findings"]').click();
    await view.locator('li[data-code="rows.ids"]').waitFor();
    await add();
    await view.locator('.code-buttons .done', { hasText: 'was added to' }).waitFor();
    await desk.until(async () => (await cells()).length === 1);
    const [code] = await cells();
    assert.match(code, /df = pd\.read_csv\('songs_train\.csv'\)/);
    assert.match(code, /test = pd\.read_csv\('songs_test\.csv'\)/);
    assert.match(code, /shared_ids = set\(df\['song_id'\]\) & set\(test\['song_id'\]\)/);
  });

  it('is one more cell of the notebook that is open: the split as it was asked for', async () => {
    await view.locator('[data-tab="split"]').click();
    await view.locator('.split-page vscode-text-field input').last().fill('7');
    await add();
    await desk.until(async () => (await cells()).length === 2);
    assert.match((await cells())[1], /train_test_split\(df, train_size=0\.7, random_state=7\)/);
  });

  it('is that of the projection, with its knobs', async () => {
    await view.locator('[data-tab="projection"]').click();
    await view.locator('canvas.scatter[aria-label^="PCA: 120 points"]').waitFor();
    await view.getByLabel('Method').selectOption('tsne');
    await view.getByLabel('Perplexity').fill('12');
    await desk.page.keyboard.press('Tab');
    await add();
    await desk.until(async () => (await cells()).some((code) => code.includes('perplexity=12')));
  });
});
