import assert from 'node:assert/strict';
import axe from 'axe-core';
import { themes } from './themes.mjs';

/** What the Web Content Accessibility Guidelines ask for, without the rules for whole pages. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Holds each page against the guidelines in every theme.
 *
 * @param {import('./desk.mjs').Desk} desk
 * @param {() => Promise<import('playwright-core').Frame>} find the view: another one, perhaps, in each theme
 * @param {{tabs?: readonly string[], behind?: string}} [options] `tabs`: those to look at, where there is more
 *   than one page; `behind`: the colour on which VS Code shows the view
 */
export async function assertAccessible(desk, find, options = {}) {
  const { tabs = [''], behind = '--vscode-editor-background' } = options;
  for (const theme of themes) {
    await desk.wear(theme);
    const view = await find();
    for (const tab of tabs) {
      if (tab !== '') await view.locator(`[data-tab="${tab}"]`).click();
      // Colours that change gradually are not there yet.
      await desk.page.waitForTimeout(400);
      assert.deepEqual(await violations(view, behind), [], `${theme.name}, ${tab}`);
    }
  }
}

/**
 * Pages of VS Code let what is behind them shine through, which the look at contrasts cannot know: it is
 * painted first.
 *
 * @param {import('playwright-core').Frame} view
 */
async function violations(view, behind) {
  await view.evaluate(axe.source);
  return await view.evaluate(
    async ({ standards, behind }) => {
      globalThis['document'].body.style.backgroundColor = `var(${behind})`;
      const found = await globalThis['axe'].run({ runOnly: standards });
      return found.violations.map(
        ({ id, nodes }) => `${id}: ${nodes[0]?.html}: ${nodes[0]?.failureSummary}`,
      );
    },
    { standards, behind },
  );
}
