import assert from 'node:assert/strict';
import axe from 'axe-core';
import { openDesk } from '../desk.mjs';

const files = {
  'steps.tex': [
    'Sea $1+1=2$.',
    '',
    String.raw`La sigmoide es $\sigma(x) = \frac{1}{1 - e^{-x}}$.`,
    '',
    String.raw`Y $\frac{1}{2}+\frac{1}{2}=1$.`,
  ].join('\n'),
};

/** What the Web Content Accessibility Guidelines ask for, without the rules for whole pages. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Colours differ by theme, and so may what can be read. */
const themes = ['Default Light Modern', 'Default Dark Modern', 'Default High Contrast'];

describe('the view of the steps', () => {
  /** @type {import('../desk.mjs').Desk} */
  let desk;
  const complaints = [];

  before(async () => {
    desk = await openDesk({ files });
    desk.page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
    });
    await desk.open('steps.tex');
    await desk.run('Tarea: Focus on Steps View');
  });
  after(() => desk?.close());

  it('lists what is wrong, drawn as mathematics', async () => {
    const view = await desk.view('ol.steps');
    const wrong = view.locator('li.fails');
    await wrong.first().waitFor();
    assert.equal(await wrong.count(), 1);
    assert.equal(await wrong.locator('.katex').count(), 1);
    assert.match(await wrong.innerText(), /not the usual definition/);
  });

  it('says what can be done in a way that everyone can reach', async () => {
    for (const theme of themes) {
      await desk.configure({ 'workbench.colorTheme': theme });
      await desk.page.waitForTimeout(1500);
      const view = await desk.view('ol.steps');
      await view.evaluate(axe.source);
      const violations = await view.evaluate(async (standards) => {
        const found = await globalThis['axe'].run({ runOnly: standards });
        return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      }, standards);
      assert.deepEqual(violations, [], theme);
    }
  });

  it('leads to a step in the text', async () => {
    const view = await desk.view('ol.steps');
    await view.locator('li.fails button.step').click();
    await desk.page.locator('.statusbar', { hasText: /Ln 3/ }).waitFor();
  });

  it('mends a step, which then is no longer listed as wrong', async () => {
    const view = await desk.view('ol.steps');
    await view.locator('li.fails .fixes').getByText('Change the sign: 1 + e^{-x}').click();
    await view.locator('li.fails').waitFor({ state: 'detached' });
    await desk.page.locator('.squiggly-error').waitFor({ state: 'detached' });
  });

  it('breaks none of the rules that its page sets for itself', () => {
    assert.deepEqual(complaints, []);
  });
});
