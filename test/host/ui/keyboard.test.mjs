import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openDesk } from '../desk.mjs';
import { createKeyboard } from '../keyboard.mjs';

const lines = (count, line) => Array.from({ length: count }, (_, index) => line(index)).join('\n');
const wave = (index, step) => (Math.sin(index * step) * 100).toFixed(4);

const train = [
  'id,tempo,energy,size,genre',
  lines(200, (at) =>
    [at + 7, wave(at, 1.3), wave(at, 2.1), (at * 7) % 11, at % 4 ? 'Rock' : 'Folk'].join(','),
  ),
].join('\n');
const test = [
  'id,tempo,energy,size',
  lines(60, (at) => [at + 180, wave(at, 1.7), wave(at, 2.3), at % 11].join(',')),
].join('\n');

/** @type {import('../desk.mjs').Desk} */
let desk;
/** @type {import('playwright-core').Frame} */
let view;
/** @type {ReturnType<typeof createKeyboard>} */
let keys;

describe('the pages of a data file, with the keys alone', () => {
  before(async () => {
    desk = await openDesk({ files: { 'tracks_train.csv': train, 'tracks_test.csv': test } });
    keys = createKeyboard(desk.page, () => view);
  });
  after(() => desk?.close());

  describe('the way there', testWay);
  describe('what is done with rows and columns', testTables);
  describe('what is asked of them', testQuestions);
  describe('what takes long', testLong);
});

function testWay() {
  it('leads from the tree to the file', async () => {
    await openFromTree('tracks_train.csv', 'train.csv');
    await view.locator('.size', { hasText: '200 rows' }).waitFor();
    await keys.to('tab Table');
  });

  it('goes through everything on every page, and is seen to', async () => {
    const signs = {
      table: '.grid td',
      columns: '.sparkline',
      target: '.likely',
      findings: 'li[data-code="rows.ids"]',
      split: '.buttons',
      projection: 'canvas.scatter[aria-label^="PCA: 200 points"]',
      sql: '.question',
    };
    await tab('table');
    for (const [name, sign] of Object.entries(signs)) {
      assert.equal((await keys.focus()).name, `tab ${await titleOf(name)}`);
      await view.locator(sign).first().waitFor();
      assert.deepEqual(await keys.walk(), [], name);
      await view.locator(`[data-tab="${name}"]`).focus();
      await keys.press('ArrowRight');
    }
  });

  it('gives what takes text a name that is told', async () => {
    await tab('split');
    await view.getByRole('textbox', { name: 'Seed' }).waitFor();
    await tab('sql');
    await view.getByRole('textbox', { name: 'Text of the question' }).waitFor();
    await tab('table');
    await view.getByRole('textbox', { name: 'Search columns' }).waitFor();
  });
}

function testTables() {
  it('filters rows, takes the filter away, and copies cells', async () => {
    await tab('table');
    await keys.to('Add Filter');
    await keys.press('Enter');
    assert.equal((await keys.focus()).name, 'Value');
    await keys.back('Column');
    await write('genre');
    await keys.to('Value');
    await write('Folk');
    await view.locator('.found', { hasText: '50 of 200 rows' }).waitFor();
    await keys.to('Remove');
    await keys.press('Enter');
    await view.locator('.found', { hasText: /^$/ }).waitFor({ state: 'attached' });
    assert.equal((await keys.focus()).name, 'Add Filter');
    await keys.to('Copy as');
    await keys.press('ArrowDown');
    await keys.to('Table');
    await keys.press('Control+Home', 'Shift+ArrowRight', 'Control+C');
    await view.locator('.done', { hasText: '1 × 2 cells copied' }).waitFor();
    assert.match(await desk.clipboard(), /^\| *id *\| *tempo *\|/);
  });

  it('opens what is known of a column, and goes from there to the table', async () => {
    await tab('columns');
    await keys.to('tempo');
    await keys.press('Enter');
    await view.locator('.details caption', { hasText: 'Distribution' }).waitFor();
    await keys.to('Show in the Table');
    await keys.press('Enter');
    await view.locator('.cell-bar', { hasText: 'tempo' }).waitFor();
    assert.equal((await keys.focus()).name, 'Table');
  });

  it('chooses the target, and goes from a feature to its column', async () => {
    await tab('target');
    await keys.to('Column to predict');
    await keys.type('genre');
    await keys.press('Enter');
    await view.locator('.baseline').waitFor();
    assert.equal((await keys.focus()).name, 'Column to predict');
    await keys.to('energy');
    await keys.press('Enter');
    await view.locator('#tab-columns[aria-selected="true"]').waitFor();
    assert.deepEqual(await keys.focus(), {
      name: 'energy',
      visible: true,
      inside: true,
      again: false,
    });
  });
}

function testQuestions() {
  it('compares with another file, and shows the rows of a finding', async () => {
    await tab('findings');
    await view.locator('li[data-code="rows.ids"]').waitFor();
    await keys.to('Compare with');
    await keys.press('ArrowUp');
    await view.locator('li[data-code="rows.ids"]').waitFor({ state: 'detached' });
    await keys.press('ArrowDown');
    await view.locator('li[data-code="rows.ids"]').waitFor();
    await keys.to('Show the rows');
    await keys.press('Enter');
    await view.locator('.chosen-rows', { hasText: '27' }).waitFor();
    assert.equal((await keys.focus()).name, 'Table');
    await keys.back('Show All Rows');
    await keys.press('Enter');
    await view.locator('.chosen-rows', { hasText: /^$/ }).waitFor({ state: 'attached' });
    assert.equal((await keys.focus()).name, 'Table');
  });

  it('splits the rows and saves the split', async () => {
    await tab('split');
    await keys.to('Seed');
    await write('7');
    await keys.press('Enter');
    await view.locator('.outcome table').waitFor();
    await keys.to(/^Save as JSON/);
    await keys.press('Enter');
    await desk.page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).waitFor();
    await keys.press('Enter');
    await view.locator('.split-status', { hasText: 'Saved as' }).waitFor();
    await desk.until(async () => /^Save as JSON/.test((await keys.focus()).name));
    assert.ok(existsSync(path.join(desk.profile.workspace, 'tracks_train.split.json')));
  });

  it('asks in SQL and goes through the answer', async () => {
    await tab('sql');
    await keys.to('Text of the question');
    await write('SELECT genre, count(*) AS n FROM tracks_train GROUP BY genre ORDER BY n');
    await keys.press('Control+Enter');
    await view.locator('.grid td', { hasText: '150' }).waitFor();
    await keys.to('Answer');
    await keys.press('Control+End');
    await view.locator('.cell-bar', { hasText: '150' }).waitFor();
    assert.deepEqual(await keys.walk(), []);
  });
}

function testLong() {
  it('starts and stops a projection, and shows the rows of what is in sight', async () => {
    await tab('projection');
    await view.locator('canvas.scatter[aria-label^="PCA: 200 points"]').waitFor();
    await keys.to('Method');
    await keys.press('ArrowDown');
    await keys.to('Iterations');
    await write('5000');
    await keys.to('Start');
    await keys.press('Enter');
    // A fast machine is done with all its steps in less than a second: the key is pressed at the first word of it.
    const told = view.locator('.said', { hasText: /^Step/ });
    await desk.until(async () => (await keys.focus()).name === 'Stop' && (await told.count()) > 0);
    await keys.press('Enter');
    await view.locator('.said', { hasText: 'Stopped at step' }).waitFor();
    assert.equal((await keys.focus()).name, 'Start');
    await keys.press('Enter');
    await view.locator('canvas.scatter[aria-label^="t-SNE: 200 points"]').waitFor();
    await desk.until(async () => (await keys.focus()).name === 'Start');
    assert.deepEqual(await keys.walk(), []);
    await keys.to(/^Folk/);
    await keys.press(' ');
    await keys.to(/^t-SNE: 200 points/);
    await keys.press('Enter');
    await view.locator('.selection', { hasText: '150 rows selected' }).waitFor();
    await keys.to('Show Them in the Table');
    await keys.press('Enter');
    await view.locator('.chosen-rows', { hasText: '150' }).waitFor();
  });

  it('stops the reading of a large file, and begins again', async () => {
    const text = `\uFEFFid,text\n${lines(2_500_000, (index) => `${index},${'x'.repeat(20)}`)}\n`;
    const file = path.join(desk.profile.workspace, 'large.csv');
    await writeFile(file, Buffer.from(text, 'utf16le'));
    await openFromTree('large.csv', 'large.csv');
    await view.getByText('Stop Reading').waitFor();
    await keys.to('Stop Reading');
    await keys.press('Enter');
    await view.locator('header .trouble', { hasText: 'stopped' }).waitFor();
    // What was seen of it stays.
    await view.locator('.size', { hasText: 'first 200 rows so far' }).waitFor();
    await view.locator('.grid td').first().waitFor();
    assert.equal((await keys.focus()).name, 'Read Again');
    await keys.press('Enter');
    await view.locator('.size', { hasText: '2,500,000 rows' }).waitFor({ timeout: 60_000 });
    assert.equal((await keys.focus()).name, 'large.csv');
  });
}

/** By the arrows of the tree. */
async function openFromTree(title, shown) {
  const row = desk.page.locator('.pane .monaco-list-row', { hasText: shown });
  await desk.run('Tarea: Focus on Data View');
  await row.waitFor();
  // The tree takes no focus before it has rows.
  await desk.run('Tarea: Focus on Data View');
  await desk.page.locator('.pane .monaco-list:focus').waitFor();
  const opened = desk.page.locator('.tab.active', { hasText: title });
  // A tree that is drawn anew, as the sizes of files become known, may take the arrows back.
  let step = 0;
  await desk.until(async () => {
    const there = /focused/.test((await row.getAttribute('class')) ?? '');
    await keys.press(there ? 'Enter' : step % 6 === 0 ? 'Home' : 'ArrowDown');
    step += 1;
    await desk.page.waitForTimeout(300);
    return await opened.isVisible();
  });
  view = await desk.viewOf(title);
}

/** Goes to a page by the arrows of the list of pages. */
async function tab(name) {
  const title = `tab ${await titleOf(name)}`;
  const { inside, name: at } = await keys.focus();
  if (!inside) {
    await keys.press('Control+1');
    await keys.to(/^tab /);
  } else if (!at.startsWith('tab ')) await keys.back(/^tab /);
  await desk.until(async () => {
    if ((await keys.focus()).name === title) return true;
    await keys.press('ArrowRight');
    return false;
  });
}

function titleOf(name) {
  return view.locator(`[data-tab="${name}"]`).innerText();
}

/** Instead of all that is there. Ctrl+A goes by way of VS Code, and would come after the text. */
async function write(text) {
  await keys.press('Control+End', 'Control+Shift+Home');
  await keys.type(text);
}
