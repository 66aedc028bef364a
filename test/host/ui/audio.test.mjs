import assert from 'node:assert/strict';
import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { assertAccessible } from '../accessible.mjs';
import { openDesk } from '../desk.mjs';

const sample = fileURLToPath(new URL('../../../examples/audio', import.meta.url));

/** A name that would run if it were taken for anything but text. */
const hostile = '7_<img src=x onerror=alert(1)>_0.wav';

describe('the view of a folder of clips', () => {
  /** @type {import('../desk.mjs').Desk} */
  let desk;
  const complaints = [];

  before(async () => {
    desk = await openDesk({ workspace: sample });
    desk.page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
    });
    const { workspace } = desk.profile;
    await copyFile(path.join(workspace, '7_ana_0.wav'), path.join(workspace, hostile));
    await desk.run('Tarea: Show Audio Folder');
  });
  after(() => desk?.close());

  it('lists the clips and shows the first with its four pictures', async () => {
    const view = await desk.view('.clip-list');
    await view.locator('.clip h2', { hasText: '0_ana_0.wav' }).waitFor();
    assert.equal(await view.locator('.pictures canvas').count(), 4);
    const label = await view.locator('.pictures canvas').first().getAttribute('aria-label');
    assert.match(label ?? '', /log-mel spectrogram of 0_ana_0\.wav, 32 bands, \d+ frames/);
    const seconds = await view.waitForFunction(() => {
      const { duration } = globalThis['document'].querySelector('audio');
      return Number.isFinite(duration) ? duration : 0;
    });
    assert.ok(Math.abs((await seconds.jsonValue()) - 0.3) < 0.01);
  });

  it('is walked through by the keyboard', async () => {
    const view = await desk.view('.clip-list');
    await view.locator('.clip-list').focus();
    await desk.page.keyboard.press('End');
    await view.locator('.clip h2', { hasText: '9_diego_0.wav' }).waitFor();
    await desk.page.keyboard.press('ArrowUp');
    await view.locator('.clip h2', { hasText: '9_carla_0.wav' }).waitFor();
  });

  it('shows a hostile name as text', async () => {
    const view = await desk.view('.clip-list');
    await view.locator('.clips-side vscode-text-field').click();
    await desk.page.keyboard.type('img src');
    await view.locator('.clip-line').click();
    await view.locator('.clip h2', { hasText: hostile }).waitFor();
    assert.equal(await view.locator('img').count(), 0);
  });

  it('computes anew when a setting changes, and says the same in a table', () => change(desk));

  it('copies the librosa code for the clip with its settings, whatever its name', () => copy(desk));

  it('adds the code to a notebook', () => add(desk));

  it('offers no code for a clip that cannot be read', () => offersNone(desk));

  it('tells what is odd, who speaks, and how to split', () => judge(desk));

  it('can be used by everyone, in every theme', async () => {
    const tabs = ['clips', 'folder', 'speakers', 'export'];
    await assertAccessible(desk, () => desk.view('#tab-clips'), { tabs });
  });

  it('opens from the menu of a folder in the explorer', () => fromExplorer(desk));

  it('breaks none of the rules that its page sets for itself', () => {
    assert.deepEqual(complaints, []);
  });
});

async function change(desk) {
  const view = await desk.view('.clip-list');
  await view.locator('.settings > summary').click();
  await view.getByLabel('Bands (n_mels)').fill('20');
  await desk.page.keyboard.press('Tab');
  await view.locator('.pictures canvas[aria-label*="20 bands"]').first().waitFor();
  await view.locator('.pictures .twin summary').first().click();
  assert.equal(await view.locator('.pictures .twin').first().locator('tbody tr').count(), 8);
}

async function copy(desk) {
  const view = await desk.view('.clip-list');
  await view.getByText('Copy librosa Code', { exact: true }).click();
  await view.locator('.code-buttons .done', { hasText: 'was copied' }).waitFor();
  const code = await desk.clipboard();
  assert.ok(code.includes(`y, sr = librosa.load('${hostile}', sr=None, mono=True)\n`), code);
  assert.match(code, /mel = librosa\.feature\.melspectrogram\([^)]*n_mels=20,/);
  assert.match(code, /log_mel = librosa\.power_to_db\(mel, ref=np\.max, top_db=80\)/);
}

async function add(desk) {
  const view = await desk.view('.clip-list');
  await view.getByText('Add to Notebook', { exact: true }).click();
  await view.locator('.code-buttons .done', { hasText: 'was added to' }).waitFor();
  const cell = desk.page.locator('.notebookOverlay .code-cell-row .view-lines');
  await desk.until(async () => /librosa\.load/.test((await cell.allInnerTexts()).join('')));
  const [code] = await cell.allInnerTexts();
  assert.ok(code.replaceAll('\u00a0', ' ').includes(`librosa.load('${hostile}', sr=None`), code);
}

async function offersNone(desk) {
  const view = await desk.view('.clip-list');
  await view.locator('.clips-side vscode-text-field input').fill('3_carla_1');
  await view.locator('.clip-line').click();
  await view.locator('.clip-place [role="status"]', { hasText: '3_carla_1' }).waitFor();
  for (const words of ['Copy librosa Code', 'Add to Notebook']) {
    assert.equal(await view.getByText(words, { exact: true }).isVisible(), false, words);
  }
}

async function judge(desk) {
  const view = await desk.view('.clip-list');
  await view.locator('#tab-folder').click();
  const odd = view.locator('section', { hasText: 'Not like the rest' });
  await odd.getByText('1_ana_1.wav').waitFor();
  assert.match(await odd.innerText(), /another sample rate[^]*much shorter[^]*cannot be read/);
  await view.locator('#tab-speakers').click();
  await view.getByText('Nothing is split yet.').waitFor();
}

async function fromExplorer(desk) {
  const { page, profile } = desk;
  const voices = path.join(profile.workspace, 'voces');
  await mkdir(voices);
  await copyFile(path.join(profile.workspace, '7_ana_0.wav'), path.join(voices, '7_ana_0.wav'));
  await page.keyboard.press('Control+Shift+E');
  const folder = page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'voces' });
  await folder.click({ button: 'right' });
  // A menu takes no click in the moment in which it opens.
  await page.locator('.monaco-menu .action-label', { hasText: 'Show Audio Folder' }).hover();
  await page.keyboard.press('Enter');
  await desk.viewOf('voces');
}
