import assert from 'node:assert/strict';
import { openDesk } from '../desk.mjs';

const lines = (count, line) => Array.from({ length: count }, (_, index) => line(index)).join('\n');
const wave = (index, step) => (Math.sin(index * step) * 100).toFixed(4);

/** A mistake in the metadata (ids on both sides), and one in the features: another scale. */
const metadata = (from, step) =>
  `track_id,artist,year\n${lines(150, (at) => `${from + at * step},A${from + at},${1980 + (at % 40)}`)}`;
const features = (from, step, scale) =>
  `track_id,tempo,energy\n${lines(150, (at) => `${from + at * step},${wave(at + from, 1.3)},${(Number(wave(at + from, 2.1)) * scale).toFixed(4)}`)}`;

const files = {
  'fma_train_metadata.csv': metadata(10, 7),
  'fma_train_features.csv': features(10, 7, 1),
  'fma_test_metadata.csv': metadata(17, 70),
  'fma_test_features.csv': features(17, 70, 1000),
  'other.csv': metadata(50_000, 3),
};
const likely = 'fma_test_metadata.csv + fma_test_features.csv';

/** @type {import('../desk.mjs').Desk} */
let desk;
/** @type {import('playwright-core').Frame} */
let view;

describe('a joined table beside another one', () => {
  before(async () => {
    desk = await openDesk({ files });
    view = await join('fma_train_metadata.csv', 'fma_train_features.csv');
    await view.locator('[data-tab="findings"]').click();
  });
  after(() => desk?.close());

  it('is compared with the join of the test files, which is guessed and need not be open', async () => {
    await view.locator('li[data-code="rows.ids"]').waitFor();
    assert.equal(await chosen(), likely);
    const scale = view.locator('li[data-code="column.scale"]');
    assert.match(await scale.innerText(), /energy/);
    assert.equal(await scale.getByText('year', { exact: true }).count(), 0);
  });

  it('leads to the rows of the other join', async () => {
    const ids = view.locator('li[data-code="rows.ids"]');
    await ids.getByText(`Show the rows of ${likely}`, { exact: true }).click();
    const opened = await desk.viewOf(likely);
    await opened.locator('.grid tbody td', { hasText: '17' }).first().waitFor();
    await opened.locator('.chosen-rows').waitFor();
    await desk.run('View: Close Editor');
  });

  it('gives the code that joins both and compares them', async () => {
    await view.getByText('Copy pandas Code', { exact: true }).click();
    await view.locator('.code-buttons .done', { hasText: 'was copied' }).waitFor();
    const code = await desk.clipboard();
    assert.match(code, /^df = df_left\.merge\(df_right, on='track_id'\)$/m);
    assert.match(code, /^test_left = pd\.read_csv\('fma_test_metadata\.csv'\)$/m);
    assert.match(code, /^test = test_left\.merge\(test_right, on='track_id'\)$/m);
    assert.match(code, /^shared_ids = set\(df\['track_id'\]\) & set\(test\['track_id'\]\)$/m);
  });

  it('is offered every join that is opened meanwhile', async () => {
    const offered = () => view.locator('.findings-page vscode-option').allInnerTexts();
    const name = 'other.csv + fma_test_features.csv';
    assert.equal((await offered()).includes(name), false);
    await join('other.csv', 'fma_test_features.csv');
    await desk.until(async () => (await offered()).includes(name));
    await desk.run('View: Close Editor');
    await desk.until(async () => !(await offered()).includes(name));
    assert.equal(await chosen(), likely);
    assert.ok((await offered()).includes('fma_test_metadata.csv'));
  });

  it('is shown together with it among the projections', async () => {
    await view.locator('[data-tab="projection"]').click();
    await view.locator('canvas.scatter[aria-label^="PCA: 150 points"]').waitFor();
    await view.getByLabel('Together with').selectOption({ label: likely });
    await view.locator('canvas.scatter[aria-label*="300 points"]').waitFor();
  });
});

async function chosen() {
  return (await view.locator('.findings-page vscode-dropdown .selected-value').innerText()).trim();
}

async function join(left, right) {
  await desk.answer('Tarea: Join Data Files', [
    { question: 'Which data file', row: left },
    { question: 'with which file', row: right },
    { question: 'By which column', row: /^track_id$/ },
  ]);
  const joined = await desk.viewOf(`${left} + ${right}`);
  await joined.locator('.size', { hasText: 'rows ×' }).waitFor();
  return joined;
}
