import assert from 'node:assert/strict';
import { openDesk } from '../desk.mjs';

/** Columns as wide as they please, under names of three lines. */
const columns = Array.from({ length: 60 }, (_, at) => [
  at < 30 ? 'mfcc' : 'chroma_cens',
  at % 30 < 15 ? 'mean' : 'kurtosis',
  String((at % 15) + 1).padStart(2, '0'),
]);
const head = ['feature', 'statistics', 'number'].map((name, line) =>
  [name, ...columns.map((levels) => levels[line])].join(','),
);
const cell = (row, at) => (Math.sin(row + at) * 10 ** (at % 9)).toFixed(3);
const rows = Array.from({ length: 200 }, (_, row) =>
  [row * 7 + 2, ...columns.map((_levels, at) => cell(row, at))].join(','),
);
const files = { 'wide.csv': [...head, `track_id${','.repeat(60)}`, ...rows].join('\n') };

/** @type {import('../desk.mjs').Desk} */
let desk;
/** @type {import('playwright-core').Frame} */
let view;

describe('a wide table that is scrolled', () => {
  before(async () => {
    desk = await openDesk({ files });
    await desk.page.locator('.activitybar .action-label[aria-label="Tarea"]').click();
    await desk.pickData('wide.csv');
    view = await desk.viewOf('wide.csv');
    await view.locator('.size', { hasText: '200 rows × 61 columns' }).waitFor();
    await view.locator('.grid td').first().waitFor();
  });
  after(() => desk?.close());

  it('keeps the id, and the name of a group that is partly gone, in sight', async () => {
    const id = view.locator('.grid tbody th[aria-colindex="2"]').first();
    const before = await boxOf(id);
    await scrollTo(130);
    const grid = await boxOf(view.locator('.grid'));
    assert.deepEqual(await boxOf(id), before);
    assert.equal(await topmostAt(before.x - grid.x + 5, before.y - grid.y + 5), 'rowheader');
    const name = await boxOf(view.locator('.grid thead span', { hasText: 'mfcc' }));
    assert.ok(name.x >= before.x + before.width, `${name.x} is below the id`);
    assert.equal(await topmostAt(name.x - grid.x + 5, name.y - grid.y + 5), 'columnheader');
  });

  it('has a bar that stays where it was pulled, however wide the columns there', async () => {
    const width = () =>
      view.evaluate(() => globalThis['document'].querySelector('.grid').scrollWidth);
    await scrollTo(0);
    const before = await width();
    for (const left of [400, 900, 2000, 5000, 99_999, 0]) {
      await scrollTo(left);
      assert.equal(await width(), before);
    }
  });

  it('ends with the last column, as a whole', async () => {
    await scrollTo(99_999);
    const last = view.locator('.grid tbody td[aria-colindex="62"]').first();
    const grid = await boxOf(view.locator('.grid'));
    const box = await boxOf(last);
    assert.ok(box.x + box.width <= grid.x + grid.width, JSON.stringify({ box, grid }));
    assert.equal(await last.innerText(), cell(0, 59).replace(/\.?0+$/, ''));
  });
});

/** @param {import('playwright-core').Locator} element */
async function boxOf(element) {
  const box = await element.boundingBox();
  assert.ok(box, 'it is not to be seen');
  return box;
}

/** Until it is drawn. */
async function scrollTo(left) {
  await view.evaluate(async (to) => {
    globalThis['document'].querySelector('.grid').scrollLeft = to;
    for (let frame = 0; frame < 5; frame++) {
      await new Promise((again) => globalThis['requestAnimationFrame'](again));
    }
  }, left);
}

/** The role of what is drawn above all else at a place of the grid. */
function topmostAt(x, y) {
  return view.evaluate(
    ([right, down]) => {
      const document = globalThis['document'];
      const { left, top } = document.querySelector('.grid').getBoundingClientRect();
      const found = document.elementFromPoint(left + right, top + down);
      return found?.closest('th, td')?.getAttribute('role');
    },
    [x, y],
  );
}
