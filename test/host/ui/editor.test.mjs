import assert from 'node:assert/strict';
import { openDesk } from '../desk.mjs';

const files = {
  'report.tex': 'Sea $1+1=2$.\n\nLuego $2+2=5$.\n',
  'right.md': 'Sea $1+1=2$.\n',
};

describe('on the screen', () => {
  /** @type {import('../desk.mjs').Desk} */
  let desk;
  before(async () => {
    desk = await openDesk({ files });
  });
  after(() => desk?.close());

  it('the wrong term alone has a wavy underline', async () => {
    await desk.open('report.tex');
    const underline = desk.page.locator('.squiggly-error');
    await underline.first().waitFor();
    assert.equal(await underline.count(), 1);
    const width = (await underline.boundingBox())?.width ?? 0;
    assert.ok(width > 3 && width < 14, `one character is underlined, not ${width} pixels`);
  });

  it('the Problems panel lists it with its source and place, and leads to it', async () => {
    await desk.run('Problems: Focus on Problems View');
    const row = desk.page.locator('.markers-panel .monaco-list-row', { hasText: 'Tarea' });
    await row.first().waitFor();
    assert.equal(await row.count(), 1);
    assert.match(await row.innerText(), /step\.not-equal/);
    await row.dblclick();
    await desk.page.locator('.statusbar', { hasText: 'Ln 3, Col 13 (1 selected)' }).waitFor();
  });

  it('the status bar counts the mistakes, and none in a right document', async () => {
    const item = desk.page.locator('.statusbar-item[id^="tarea"]');
    await item.locator('.codicon-error').waitFor();
    assert.match(await item.innerText(), /\b1\b/);
    await desk.open('right.md');
    await item.locator('.codicon-error').waitFor({ state: 'detached' });
    await item.locator('.codicon-check').waitFor();
  });
});
