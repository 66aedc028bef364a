import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openDesk } from '../desk.mjs';

const lines = (count, line) => Array.from({ length: count }, (_, index) => line(index)).join('\n');

const files = {
  'songs_train.csv': `song_id,tempo,size,mood\n${lines(120, (at) => `${at * 3 + 7},${at % 17},${(at * 7) % 11},${at % 3 ? 'calm' : 'loud'}`)}`,
  'songs_test.csv': `song_id,tempo,size\n${lines(40, (at) => `${at * 3 + 307},${at % 13},${at % 11}`)}`,
};

/** @type {import('../desk.mjs').Desk} */
let desk;
/** @type {import('playwright-core').Frame} */
let view;

describe('the code for what is on the screen', () => {
  before(async () => {
    desk = await openDesk({ files });
    await desk.page.locator('.activitybar .action-label[aria-label="Tarea"]').click();
    await desk.pickData('train.csv');
    view = await desk.view('main .tabs');
    await view.locator('.size', { hasText: '120 rows' }).waitFor();
  });
  after(() => desk?.close());

  describe('as a text to paste', testClipboard);
  describe('as a cell of a notebook', testNotebook);
});

function testClipboard() {
  it('is that of the table: reading it, then the rows and the order that are shown', async () => {
    assert.equal(await copied(), `import pandas as pd\n\n${READ}\n`);
    await view.getByText('Add Filter').click();
    const condition = view.locator('.condition');
    await condition.locator('.picker input').fill('mood');
    await condition.locator('.picker input').press('Tab');
    await condition.locator('vscode-text-field input').fill('loud');
    await view.locator('.found', { hasText: '40 of 120 rows' }).waitFor();
    await view.locator('.grid thead th', { hasText: 'tempo' }).click();
    await view.locator('.grid th[aria-sort="ascending"]').waitFor();
    const code = await copied();
    assert.match(code, /^view = df\[\(df\['mood'\] == 'loud'\)\]$/m);
    assert.match(
      code,
      /^view = view\.sort_values\(\['tempo'\], ascending=\[True\], kind='stable'\)$/m,
    );
  });

  it('is that of the columns that were searched', async () => {
    await show('columns');
    assert.match(await copied(), /^chosen = df$/m);
    await view.locator('.columns-page vscode-text-field').click();
    await desk.page.keyboard.type('si');
    await view.locator('tr.column[data-column="tempo"]').waitFor({ state: 'detached' });
    assert.match(await copied(), /^chosen = df\[\['size'\]\]\nprofile = chosen\.describe\(/m);
  });

  it('is that of the target: classes, ranking and correlations', async () => {
    await show('target');
    assert.equal(await copied(), `import pandas as pd\n\n${READ}\n`);
    await view.getByLabel('Column to predict').fill('mood');
    await desk.page.keyboard.press('Tab');
    await view.locator('.heat').waitFor();
    const code = await copied();
    assert.match(code, /^classes = df\['mood'\]\.value_counts\(\)$/m);
    assert.match(code, /^y = df\['mood'\]$/m);
    assert.match(code, /^correlation = df.*\.corr\(\)$/m);
  });

  it('is that of the question in SQL as it stands, and of reading where there is none', ofQuestion);

  it('cannot be had of a file without data until it has some', async () => {
    const file = path.join(desk.profile.workspace, 'nothing.csv');
    await writeFile(file, '');
    const row = desk.page.locator('.pane .monaco-list-row', { hasText: 'nothing.csv' }).first();
    const tab = desk.page.locator('.tab.active', { hasText: 'nothing.csv' });
    // A click is lost while the tree is drawn anew.
    await desk.until(async () => {
      await row.click();
      await tab.waitFor({ timeout: 3000 }).catch(() => undefined);
      return tab.isVisible();
    });
    const empty = await desk.viewOf('nothing.csv');
    await empty.locator('header .trouble', { hasText: 'is empty' }).waitFor();
    for (const words of ['Copy pandas Code', 'Add to Notebook']) {
      assert.equal(await empty.getByText(words, { exact: true }).isVisible(), false, words);
    }
    await writeFile(file, 'a,b\n1,2\n');
    await empty.locator('.size', { hasText: '1 rows × 2 columns' }).waitFor();
    assert.match(await copied(empty), /read_csv\('nothing\.csv'\)/);
    await desk.run('View: Close Editor');
    view = await desk.viewOf('songs_train.csv');
  });
}

async function ofQuestion() {
  await show('sql');
  const ready = await copied();
  assert.match(ready, /^import duckdb\nimport pandas as pd$/m);
  assert.match(
    ready,
    /^answer = duckdb\.sql\("""\nSELECT \*\nFROM "songs_train"\nLIMIT 100\n"""\)\.df\(\)$/m,
  );
  const question = `SELECT mood AS "el ""ánimo""", '\\' FROM songs_train -- """`;
  await view.locator('.question textarea').fill(question);
  const own = await copied();
  assert.match(own, /^duckdb\.register\('songs_train', df\)$/m);
  const written = question.replaceAll('\\', '\\\\').replaceAll('"""', '""\\"');
  assert.ok(own.endsWith(`answer = duckdb.sql("""\n${written}\n""").df()\n`), own);
  await view.locator('.question textarea').fill('  ');
  assert.equal(await copied(), `import pandas as pd\n\n${READ}\n`);
}

function testNotebook() {
  it('becomes a notebook where none is open: the findings, beside the test file', async () => {
    await show('findings');
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
    await show('split');
    await view.locator('.split-page vscode-text-field input').last().fill('7');
    await add();
    await desk.until(async () => (await cells()).length === 2);
    assert.match(
      (await cells())[1],
      /train_test_split\(df, train_size=0\.7, stratify=df\['mood'\], random_state=7\)/,
    );
  });

  it('is that of the projection, with its knobs', async () => {
    await show('projection');
    await view.locator('canvas.scatter[aria-label^="PCA: 120 points"]').waitFor();
    await view.getByLabel('Method').selectOption('tsne');
    await view.getByLabel('Perplexity').fill('12');
    await desk.page.keyboard.press('Tab');
    await add();
    await desk.until(async () => (await cells()).some((code) => code.includes('perplexity=12')));
  });

  it('is that of a question in SQL', async () => {
    await show('sql');
    await view.locator('.question textarea').fill('SELECT max(tempo) FROM songs_train');
    await add();
    const asked =
      /answer = duckdb\.sql\("""\s*SELECT max\(tempo\) FROM songs_train\s*"""\)\.df\(\)/;
    await desk.until(async () => (await cells()).some((code) => asked.test(code)));
  });
}

const READ = "# Read the file as it is written\ndf = pd.read_csv('songs_train.csv')";

const show = (tab) => view.locator(`[data-tab="${tab}"]`).click();

const add = () => view.getByText('Add to Notebook', { exact: true }).click();

async function copied(of = view) {
  await of.getByText('Copy pandas Code', { exact: true }).click();
  await of.locator('.code-buttons .done', { hasText: 'was copied' }).waitFor();
  return await desk.clipboard();
}

async function cells() {
  const texts = await desk.page
    .locator('.notebookOverlay .code-cell-row .view-lines')
    .allInnerTexts();
  return texts.map((text) => text.replaceAll('\u00a0', ' '));
}
