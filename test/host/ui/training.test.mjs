import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { openDesk } from '../desk.mjs';

const lines = (count, line) => Array.from({ length: count }, (_, index) => line(index)).join('\n');

const files = {
  'songs_train.csv': `song_id,tempo,size,mood\n${lines(60, (at) => `${at},${at % 17},${at % 11},${at % 3 ? 'calm' : 'loud'}`)}\n`,
  'songs_test.csv': `song_id,tempo,size\n${lines(20, (at) => `${at + 90},${at % 13},${at % 5}`)}\n`,
  'tracks_train_features.csv': `track_id,mean,max\n${lines(40, (at) => `${at},${at % 7},${at % 3}`)}\n`,
  'tracks_train_metadata.csv': `track_id,genre\n${lines(40, (at) => `${at},${at % 2 ? 'Folk' : 'Rock'}`)}\n`,
};

/** @type {import('../desk.mjs').Desk} */
let desk;

describe('a data set that is used in training', () => {
  before(async () => {
    desk = await openDesk({ files });
    await desk.page.locator('.activitybar .action-label[aria-label="Tarea"]').click();
    await row('60 × 4').waitFor();
  });
  after(() => desk?.close());

  describe('chosen', testChoice);
  describe('changed', testOther);
});

function testChoice() {
  it('is chosen with its target and a split, which are asked for', async () => {
    await desk.answer('Tarea: Use in Training', [
      { question: 'Which data file', row: 'songs_train.csv' },
      { question: 'has no target yet', row: 'mood' },
      { question: 'have not been split yet', row: 'Split Them Now' },
    ]);
    await row('in training: mood').waitFor();
    const { target, seed, parts, training } = await kept('songs_train.split.json');
    assert.deepEqual([target, seed], ['mood', 42]);
    assert.equal(parts.train.length + parts.validation.length, 60);
    assert.deepEqual(training, {
      data: { files: ['songs_train.csv'], on: null },
      test: { files: ['songs_test.csv'], on: null },
      features: ['tempo', 'size'],
    });
  });

  it('comes with the code that loads it', async () => {
    const said = await told('mood is predicted from 2 columns');
    await said.locator('.monaco-button').first().click();
    await told('that loads the training data was copied');
    const code = await desk.clipboard();
    assert.match(code, /^with open\('songs_train\.split\.json', encoding='utf-8'\) as file:$/m);
    assert.match(
      code,
      /^X_train, y_train = train\.drop\(columns=\['mood', 'song_id'\]\), train\['mood'\]$/m,
    );
    assert.match(code, /^X_test = test\[X_train\.columns\]$/m);
  });

  it('is still the one after a reload', async () => {
    await desk.page.reload();
    await row('in training: mood').waitFor();
  });
}

function testOther() {
  it('gives way to another one: two files of a group, joined', async () => {
    await menu('tracks', 'Use in Training', 'What is to be trained with');
    await pick(
      'What is to be trained with',
      'tracks_train_features.csv + tracks_train_metadata.csv',
    );
    await pick('By which column', 'track_id');
    await pick('has no target yet', 'genre');
    await pick('have not been split yet', 'Split Them Now');
    await row('in training: genre').first().waitFor();
    assert.equal(await row('in training: genre').count(), 2);
    assert.equal(await row('in training: mood').count(), 0);
    const joined = 'tracks_train_features.csv + tracks_train_metadata';
    const { training } = await kept(`${joined}.split.json`);
    assert.deepEqual(training.data, {
      files: ['tracks_train_features.csv', 'tracks_train_metadata.csv'],
      on: 'track_id',
    });
    assert.deepEqual([training.test, training.features], [null, ['mean', 'max']]);
    assert.equal((await kept('songs_train.split.json')).training, undefined);
  });

  it('takes the split that there is, and is given up without it', async () => {
    await desk.answer('Tarea: Use in Training', [
      { question: 'Which data file', row: 'songs_train.csv' },
    ]);
    await row('in training: mood').waitFor();
    const before = await kept('songs_train.split.json');
    await desk.run('Tarea: Stop Using in Training');
    await row('in training: mood').waitFor({ state: 'detached' });
    await told('is no longer used in training');
    const { training, ...split } = before;
    assert.ok(training);
    assert.deepEqual(await kept('songs_train.split.json'), split);
  });

  it('is said to be none', async () => {
    await desk.run('Tarea: Copy Code for Training');
    await told('No data set is used in training');
  });
}

function row(text) {
  return desk.page.locator('.pane .monaco-list-row', { hasText: text });
}

/** What was said, whether or not it still stands on the screen. */
async function told(text) {
  await desk.run('Notifications: Show Notifications');
  const said = desk.page.locator('.notifications-center .notification-list-item', {
    hasText: text,
  });
  await said.first().waitFor();
  return said.first();
}

async function kept(name) {
  return JSON.parse(await readFile(path.join(desk.profile.workspace, name), 'utf8'));
}

/** By the menu of a line of the tree, until it asks: a menu hears no click while it comes up. */
async function menu(text, title, question) {
  const item = desk.page.locator('.monaco-menu .action-label', { hasText: title }).first();
  const asked = desk.page.locator(`.quick-input-widget input[placeholder*="${question}"]`);
  await desk.until(async () => {
    await row(text).first().click({ button: 'right' });
    await item.waitFor({ timeout: 3000 }).catch(() => undefined);
    await desk.page.waitForTimeout(500);
    await item.click({ timeout: 3000 }).catch(() => undefined);
    await asked.waitFor({ timeout: 3000 }).catch(() => desk.page.keyboard.press('Escape'));
    return asked.isVisible();
  });
}

async function pick(question, text) {
  await desk.page.locator(`.quick-input-widget input[placeholder*="${question}"]`).waitFor();
  await desk.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first().click();
}
