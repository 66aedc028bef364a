import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { openDesk } from '../desk.mjs';
import { createKeyboard } from '../keyboard.mjs';

const sample = fileURLToPath(new URL('../../../examples/audio', import.meta.url));
const lines = (count, line) => Array.from({ length: count }, (_, index) => line(index)).join('\n');

/** Two files with answers to be joined, a test file, and predictions for it of which one is no class. */
const files = {
  'tracks_train.csv': `id,tempo,genre\n${lines(40, (at) => `${at},${at % 9},${at % 2 ? 'Rock' : 'Folk'}`)}\n`,
  'tracks_more.csv': 'id,mood\n1,loud\n2,calm\n3,calm\n999,loud\n',
  'tracks_test.csv': `id,tempo\n${lines(5, (at) => `${at + 100},${at}`)}\n`,
  'predictions.csv': 'id,genre\n100,Rock\n101, Folk\n102,rock\n103,Folk\n104,Folk\n',
};

/** @type {import('../desk.mjs').Desk} */
let desk;
/** @type {import('playwright-core').Frame} */
let view;
/** @type {ReturnType<typeof createKeyboard>} */
let keys;

async function start(options) {
  desk = await openDesk(options);
  keys = createKeyboard(desk.page, () => view);
}

describe('with the keys alone', () => {
  describe('a folder of clips', () => {
    before(() => start({ workspace: sample }));
    after(() => desk?.close());
    testClips();
  });
  describe('files that belong together', () => {
    before(() => start({ files }));
    after(() => desk?.close());
    testFiles();
  });
});

function testClips() {
  it('is opened, and everything on its pages is reached and seen to be', async () => {
    await keys.command('Tarea: Show Audio Folder');
    view = await desk.view('.clip-list');
    await view.locator('.clip h2', { hasText: '0_ana_0.wav' }).waitFor();
    await keys.to('tab Clips');
    for (const title of ['Clips', 'Folder', 'Speakers', 'Export']) {
      assert.equal((await keys.focus()).name, `tab ${title}`);
      assert.deepEqual(await keys.walk(), [], title);
      await view.locator('[role="tab"][aria-selected="true"]').focus();
      await keys.press('ArrowRight');
    }
  });

  it('has its clips found, heard and computed otherwise', async () => {
    await keys.to('Search clips');
    await keys.type('carla');
    await view.locator('.found', { hasText: /of \d+ clips/ }).waitFor();
    await keys.to('Clips');
    await keys.press('End');
    await view.locator('.clip h2', { hasText: '9_carla_0.wav' }).waitFor();
    await keys.to('Settings');
    await keys.press('Enter');
    await keys.to('Bands (n_mels)');
    await keys.press('ArrowDown');
    await view.locator('.pictures canvas[aria-label*="31 bands"]').first().waitFor();
    await keys.to(/9_carla_0\.wav/);
    await keys.press(' ');
    await view.waitForFunction(() => {
      const sound = globalThis['document'].querySelector('audio');
      return sound.currentTime > 0;
    });
  });

  it('is exported for training, as far as the question where to', async () => {
    await keys.back('tab Clips');
    await keys.press('End');
    await keys.to(/recorded/i);
    await keys.press(' ');
    await keys.to('Export for Training…');
    await keys.press('Enter');
    await leaveDialog(/\/$/);
    await desk.until(async () => (await keys.focus()).name === 'Export for Training…');
    await view.getByText('Exporting…').waitFor({ state: 'detached' });
  });
}

function testFiles() {
  it('are joined', async () => {
    await keys.command('Tarea: Join Data Files', [
      { question: 'Which data file', row: 'tracks_train' },
      { question: 'with which file', row: 'tracks_more' },
      { question: 'By which column', row: 'id' },
    ]);
    view = await desk.viewOf('tracks_train.csv + tracks_more.csv');
    await view.locator('.size', { hasText: '3 rows × 4 columns' }).waitFor();
    await keys.to('How the file was read (2)');
    await keys.press('Enter');
    await view.locator('.notes li', { hasText: '999' }).waitFor();
  });

  it('have predictions checked, with a way to each mistake and to the question where to write it anew', async () => {
    await keys.command('Tarea: Check Predictions', [
      { question: 'Which file holds the predictions', row: 'predictions' },
    ]);
    const problem = desk.page.locator('.markers-panel .monaco-list-row', { hasText: 'Folk' });
    await problem.first().waitFor();
    await keys.press('ArrowDown', 'Enter');
    await desk.page
      .locator('.monaco-editor .view-lines:visible', { hasText: '102,rock' })
      .waitFor();
    await desk.page.locator('.statusbar-item', { hasText: 'Ln 4, Col 9' }).waitFor();
    const fix = desk.page.locator('.action-widget', { hasText: 'Write a Corrected File' });
    // It closes when the editor has not yet taken the focus from the list of problems.
    await desk.until(async () => {
      await keys.press('Control+.');
      await desk.page.waitForTimeout(1000);
      return await fix.isVisible();
    });
    await keys.press('Enter');
    await leaveDialog(/\.csv$/);
  });
}

/** The dialog is VS Code's own: it is enough that it has the focus, and gives it back. */
async function leaveDialog(value) {
  const box = desk.page.locator('.quick-input-widget input:focus');
  await box.waitFor();
  await desk.until(async () => value.test(await box.inputValue()));
  await keys.press('Escape');
  await box.waitFor({ state: 'detached' });
}
