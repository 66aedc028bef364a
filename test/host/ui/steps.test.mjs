import assert from 'node:assert/strict';
import { assertAccessible } from '../accessible.mjs';
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
    await assertAccessible(desk, () => desk.view('ol.steps'), {
      behind: '--vscode-sideBar-background',
    });
  });

  it('leads to a step in the text', async () => {
    const view = await desk.view('ol.steps');
    await view.locator('li.fails button.step').click();
    await desk.page.locator('.statusbar', { hasText: /Ln 3/ }).waitFor();
  });

  it('mends a step, which then is no longer listed as wrong', async () => {
    const view = await desk.view('ol.steps');
    await view.locator('li.fails .fixes').getByText('Change the sign: + e^{-x}').click();
    await view.locator('li.fails').waitFor({ state: 'detached' });
    await desk.page.locator('.squiggly-error').waitFor({ state: 'detached' });
  });

  it('breaks none of the rules that its page sets for itself', () => {
    assert.deepEqual(complaints, []);
  });
});
