import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { assertAccessible } from '../accessible.mjs';
import { openDesk } from '../desk.mjs';

const script = '<img src=x onerror="document.title=1">';
const strange = 'a<b>&c.csv';

const lines = (count, line) => Array.from({ length: count }, (_, index) => line(index)).join('\n');

/** Three lines of names and one that names the index, as the Free Music Archive writes them. */
const features = [
  'feature,mfcc,mfcc,zcr',
  'statistics,mean,mean,max',
  'number,01,02,01',
  'track_id,,,',
  lines(300, (index) => `${index + 100},${index / 10},${index % 7 ? -index : ''},${index % 5}`),
].join('\n');

const files = {
  'tracks_train.csv': `id,length,genre\n${lines(200, (index) => `${index},${index % 50},${index % 4 ? 'Rock' : 'Folk'}`)}`,
  'tracks_test.csv': `id,length\n${lines(50, (index) => `${index + 500},${index}`)}`,
  'tracks_more.csv': 'id,mood\n1,loud\n2,calm\n3,calm\n999,loud\n',
  'features.csv': features,
  [strange]: `name,"${script.replaceAll('"', '""')}"\n"${script.replaceAll('"', '""')}",1\nb,2\n`,
};

/** @type {import('../desk.mjs').Desk} */
let desk;
const complaints = [];

describe('the pages of a data file', () => {
  before(async () => {
    desk = await openDesk({ files });
    desk.page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
    });
    await desk.page.locator('.activitybar .action-label[aria-label="Tarea"]').click();
  });
  after(() => desk?.close());

  describe('the table', testTable);
  describe('the others', testPages);
  describe('all of them', testAll);
});

function testTable() {
  it('are reached from a tree that puts together what belongs together', async () => {
    await row('train.csv').waitFor();
    const names = await desk.page
      .locator('[id*="tarea.data"] .monaco-list-row, .pane .monaco-list-row')
      .allInnerTexts();
    const at = (text) => names.findIndex((name) => name.includes(text));
    assert.ok(at('train.csv') > at('tracks'), names.join('\n'));
    assert.equal(at('test.csv'), at('train.csv') + 1);
    await row('200 × 3').waitFor();
  });

  it('show the names of an archive of music in groups', async () => {
    const view = await open('features.csv');
    const heads = await view.locator('.grid thead th').allInnerTexts();
    assert.ok(heads.map((head) => head.trim()).includes('mfcc'), heads.join('|'));
    const group = view.locator('.grid thead th', { hasText: 'mfcc' });
    assert.equal(await group.getAttribute('colspan'), '2');
    await view.locator('.size', { hasText: '300 rows × 4 columns' }).waitFor();
  });

  it('show markup in names, headings and cells as text', async () => {
    const view = await open('a<b>&c.csv');
    await view.locator('h1', { hasText: strange }).waitFor();
    await view.locator('.grid th', { hasText: script }).waitFor();
    await view.locator('.grid td', { hasText: script }).waitFor();
    assert.equal(await view.locator('img').count(), 0);
    assert.equal(await view.title(), 'Tarea');
  });

  it('can be worked with the keys alone', async () => {
    const view = await open('train.csv');
    await view.locator('.size', { hasText: '200 rows' }).waitFor();
    const active = () => view.locator('#active-cell').innerText();
    await view.locator('.grid').focus();
    await desk.page.keyboard.press('Control+End');
    await desk.until(async () => (await active()) === 'Rock');
    assert.match(await view.locator('.cell-bar').innerText(), /row 200/);
    await desk.page.keyboard.press('Control+Home');
    await desk.page.keyboard.press('ArrowRight');
    await desk.page.keyboard.press('ArrowUp');
    await desk.page.keyboard.press('Enter');
    await desk.page.keyboard.press('Enter');
    const head = view.locator('.grid th[aria-sort="descending"]');
    await head.waitFor();
    await view.locator('.grid tbody tr').first().locator('td', { hasText: '49' }).waitFor();
    await desk.page.keyboard.press('ArrowDown');
    await desk.page.keyboard.press('Shift+ArrowDown');
    await desk.page.keyboard.press('Control+C');
    await view.locator('.done', { hasText: '2 × 1 cells copied' }).waitFor();
  });
}

function testPages() {
  it('leave the rows for which a filter holds', async () => {
    const view = await open('train.csv');
    await view.locator('.size', { hasText: '200 rows' }).waitFor();
    await view.getByText('Add Filter').click();
    const condition = view.locator('.condition');
    await condition.locator('.picker input').fill('genre');
    await condition.locator('.picker input').press('Tab');
    await condition.locator('vscode-text-field input').fill('Folk');
    await view.locator('.found', { hasText: '50 of 200 rows' }).waitFor();
    await view.locator('.grid td', { hasText: 'Rock' }).first().waitFor({ state: 'detached' });
    assert.equal((await view.locator('.grid td', { hasText: 'Folk' }).count()) > 10, true);
  });

  it('profile each column', async () => {
    const view = await open('features.csv');
    await view.locator('[data-tab="columns"]').click();
    const line = view.locator('tr.column[data-column="mfcc.mean.02"]');
    await line.locator('.sparkline').waitFor();
    assert.match(await line.innerText(), /14\.3 %/);
    await line.locator('button').click();
    await view.locator('.details caption', { hasText: 'Distribution' }).waitFor();
    await view.getByText('Copy pandas Code').click();
    await view.locator('.code-buttons .done', { hasText: 'was copied' }).waitFor();
  });

  it('say what the majority class alone would score, and remember the target', async () => {
    const first = await open('train.csv');
    await first.locator('[data-tab="target"]').click();
    await first.locator('.likely').getByText('genre', { exact: true }).click();
    await first.locator('.baseline', { hasText: 'Rock is right in 75 %' }).waitFor();
    const again = await open('train.csv');
    await again.locator('[data-tab="target"]').click();
    await again.locator('.baseline').waitFor();
  });

  it('answer questions, and refuse those that reach for other files', async () => {
    const view = await open('train.csv');
    await view.locator('.size', { hasText: '200 rows' }).waitFor();
    await view.locator('[data-tab="sql"]').click();
    const box = view.locator('.question textarea');
    await box.fill('SELECT genre, count(*) AS n FROM tracks_train GROUP BY genre ORDER BY n');
    assert.equal(await view.getByText('Copy', { exact: true }).isVisible(), false);
    await box.press('Control+Enter');
    await view.locator('.grid td', { hasText: '150' }).waitFor();
    assert.equal(await view.getByText('Copy', { exact: true }).isVisible(), true);
    await box.fill("SELECT * FROM read_text('/etc/hostname')");
    await box.press('Control+Enter');
    await view.locator('.sql-page .trouble:not(:empty)').waitFor();
  });
}

function testAll() {
  it('can be reached by everyone, in every theme', async () => {
    const view = await open('train.csv');
    await view.locator('[data-tab="target"]').click();
    await view.locator('.heat').waitFor();
    await assertAccessible(desk, () => desk.view('main .tabs'), {
      tabs: ['table', 'columns', 'target', 'sql'],
    });
  });

  it('join two files, and tell the keys without a partner', async () => {
    await closeAll();
    await desk.answer('Tarea: Join Data Files', [
      { question: 'Which data file', row: 'tracks_train.csv' },
      { question: 'with which file', row: 'tracks_more.csv' },
      { question: 'By which column', row: /^id$/ },
    ]);
    const view = await desk.view('main .tabs');
    await view.locator('.size', { hasText: '3 rows × 4 columns' }).waitFor();
    await view.locator('.grid td', { hasText: 'loud' }).waitFor();
    await view.locator('.notes summary').click();
    await view.locator('.notes li', { hasText: 'tracks_more.csv have no partner' }).waitFor();
    assert.match(await view.locator('.notes').innerText(), /999/);
  });

  it('show a file that is too large for VS Code itself to its last row', async () => {
    const line = (index) => `${index},${'x'.repeat(40)}`;
    const text = `id,text\n${lines(1_200_000, line)}\n`;
    assert.ok(text.length > 50 * 1024 * 1024);
    await writeFile(path.join(desk.profile.workspace, 'large.csv'), text);
    await row('large.csv').waitFor();
    const view = await open('large.csv');
    await view.locator('.size', { hasText: '1,200,000 rows' }).waitFor();
    await view.locator('.grid').focus();
    await desk.page.keyboard.press('Control+End');
    const last = view.locator('.grid tbody tr:visible', { hasText: '1,200,000' });
    // It is drawn a few times until it has come wholly into sight.
    await desk.until(async () => (await last.count()) === 1);
    await view.locator('.cell-bar', { hasText: 'row 1,200,000' }).waitFor();
  });

  it('follow the file: a change is read again, and a file that is gone is said', async () => {
    const view = await open('train.csv');
    await view.locator('[data-tab="table"]').click();
    const file = path.join(desk.profile.workspace, 'tracks_train.csv');
    await writeFile(file, 'id,length,genre\n1,2,Jazz\n');
    await view.locator('.size', { hasText: '1 rows × 3 columns' }).waitFor();
    await view.locator('.grid td', { hasText: 'Jazz' }).waitFor();
    await rm(file);
    await view.locator('header .trouble', { hasText: 'not there any more' }).waitFor();
  });

  it('break none of the rules that they set for themselves', () => {
    assert.deepEqual(complaints, []);
  });
}

function row(text) {
  return desk.page.locator('.monaco-list-row', { hasText: text });
}

/** Opens a file from the tree; only its page is there then. */
async function open(name) {
  await closeAll();
  await row(name).first().click();
  await desk.page.locator('.tab.active').waitFor();
  const view = await desk.view('main .tabs');
  await view.locator('.grid td').first().waitFor();
  return view;
}

/** Until the pages are gone too: they live a moment longer than their tabs. */
async function closeAll() {
  await desk.run('View: Close All Editors');
  await desk.until(async () => {
    const looks = desk.page.frames().map((frame) => frame.$('main .tabs').catch(() => null));
    return (await Promise.all(looks)).every((found) => found === null);
  });
}
