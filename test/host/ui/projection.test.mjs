import assert from 'node:assert/strict';
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { assertAccessible } from '../accessible.mjs';
import { openDesk } from '../desk.mjs';

/** Three groups that lie apart, a column without spread, one with gaps, and a name that is no markup. */
function groups(rows, shift) {
  const lines = ['track_id,a,b,c,same,gaps,genre'];
  const names = ['Rock', 'Folk', '<img src=x onerror=alert(1)>'];
  for (let row = 0; row < rows; row++) {
    const group = row % 3;
    const noise = (salt) => ((row * 7919 + salt * 104729) % 1009) / 1009;
    const cells = [0, 1, 2].map((at) => (noise(at) + (at === group ? 6 : 0) + shift).toFixed(4));
    const gap = row % 10 === 0 ? '' : noise(9).toFixed(4);
    lines.push([row + 100, ...cells, 7, gap, names[group]].join(','));
  }
  return lines.join('\n');
}

const files = { 'songs_train.csv': groups(240, 0), 'songs_test.csv': groups(60, 0.2) };
/** @type {import('../desk.mjs').Desk} */
let desk;
/** @type {import('playwright-core').Frame} */
let view;
const complaints = [];

describe('the page of projections', () => {
  before(open);
  after(() => desk?.close());

  it('shows the components at once, and says what was left out and filled', async () => {
    await view.locator('canvas.scatter[aria-label^="PCA: 240 points"]').waitFor();
    const told = await view.locator('ul.remarks').innerText();
    assert.match(told, /constant or empty: same/);
    assert.match(told, /24 missing cells in 1 columns/);
    assert.match(await view.locator('.explained').innerText(), /PC1/);
    await view.locator('.remarks', { hasText: /Trustworthiness 0\.\d+/ }).waitFor();
  });

  it('colours by a column whose values are text', async () => {
    await view.getByLabel('Colour').fill('genre');
    await desk.page.keyboard.press('Enter');
    await view.locator('.legend-entry', { hasText: '<img src=x onerror=alert(1)> (80)' }).waitFor();
    assert.equal(await view.locator('img').count(), 0);
    await view.locator('.remarks', { hasText: /right in \d+(\.\d)? % of all cases/ }).waitFor();
  });

  it('computes t-SNE, after which the classes lie apart', async () => {
    await view.getByLabel('Method').selectOption('tsne');
    await view.getByLabel('Iterations').fill('300');
    await view.locator('.projection-controls vscode-button').click();
    await view.locator('.remarks', { hasText: 'right in 100 %' }).waitFor({ timeout: 60_000 });
    assert.match(
      (await view.locator('canvas.scatter').getAttribute('aria-label')) ?? '',
      /^t-SNE: 240 points/,
    );
  });

  it('leads from what is selected by the keyboard to the rows', toRows);
  it('shows a second file together with this one', together);
  it('saves the picture, and the points as numbers', save);
  it('can be used by everyone, in every theme', everyone);

  it('breaks none of the rules that its page sets for itself', () => {
    assert.deepEqual(complaints, []);
  });
});

async function open() {
  desk = await openDesk({ files });
  desk.page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
  });
  await desk.page.locator('.activitybar .action-label[aria-label="Tarea"]').click();
  await desk.pickData('train.csv');
  view = await desk.view('#tab-projection');
  await view.locator('#tab-projection').click();
}

async function toRows() {
  await view.locator('.legend-entry', { hasText: 'Rock' }).click();
  await view.locator('canvas.scatter').focus();
  await desk.page.keyboard.press('Enter');
  await view.locator('.selection', { hasText: '160 rows selected' }).waitFor();
  await view.locator('.selection vscode-button').click();
  await view.locator('.chosen-rows', { hasText: '160' }).waitFor();
  await view.locator('#tab-projection').click();
}

async function together() {
  const other = view.getByLabel('Together with');
  const value = await other.locator('option', { hasText: 'songs_test.csv' }).getAttribute('value');
  await other.selectOption(value ?? '');
  await view.locator('canvas.scatter[aria-label*="300 points"]').waitFor();
  await view.locator('.hint', { hasText: 'songs_test.csv: crosses' }).waitFor();
}

async function save() {
  const begins = { PNG: '\u0089PNG', SVG: '<svg', CSV: 'row,' };
  for (const [form, beginning] of Object.entries(begins)) {
    await view.locator('.saving').getByText(form, { exact: true }).click();
    await desk.acceptPlace();
    const name = `songs_train-tsne.${form.toLowerCase()}`;
    const file = path.join(desk.profile.workspace, name);
    await desk.until(() => existsSync(file) && statSync(file).size > 0);
    const text = await readFile(file, 'latin1');
    assert.equal(text.slice(0, beginning.length), beginning, form);
  }
}

async function everyone() {
  await assertAccessible(desk, () => desk.view('#tab-projection'));
}
