import assert from 'node:assert/strict';
import { forgetFocus, lookAtFocus, neverFocused } from './focus.mjs';

/** Steps from one control to the next that are gone at most: no page has as many controls. */
const longest = 120;

/**
 * What a person does in a view who has no mouse.
 *
 * @param {import('playwright-core').Page} page
 * @param {() => import('playwright-core').Frame} view the view as it is now
 */
export function createKeyboard(page, view) {
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focus = () => view().evaluate(lookAtFocus);
  /** Goes on, or back, to the next control with such a name, which has to look as if it had the focus. */
  const go = async (name, key) => {
    const passed = [];
    for (let step = 0; step < longest; step += 1) {
      const { name: found, visible } = await focus();
      if (step > 0 && matches(found, name)) {
        assert.ok(visible, `no one sees that ${found} has the focus`);
        return;
      }
      passed.push(found);
      await press(key);
    }
    assert.fail(`the keys do not lead to ${name}, but to ${[...new Set(passed)].join(', ')}`);
  };
  return {
    press,
    type: (text) => page.keyboard.type(text),
    focus,
    to: (name) => go(name, 'Tab'),
    back: (name) => go(name, 'Shift+Tab'),
    /** Runs a command by its title; each answer has words of its question, and of the row that is wanted. */
    command: (title, answers = []) => command(page, title, answers),
    /** Goes through the page from its tabs on, and tells every control that cannot be reached, or is not seen to be. */
    walk: () => walk(view(), press),
  };
}

/** A list closes when the editor takes the focus back: all is then typed again. */
async function command(page, title, answers) {
  for (let left = 4; ; left -= 1) {
    try {
      await page.keyboard.press('F1');
      await choose(page, '', title, title);
      for (const { question, row } of answers) await choose(page, question, row, row);
      return;
    } catch (error) {
      if (error.name !== 'TimeoutError' || left === 0) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

/** Types into the list that asks such a question, and takes the row that is then at its top. */
async function choose(page, question, text, row) {
  const list = '.quick-input-list .monaco-list-row.focused';
  const asking = question === '' ? '' : `[placeholder*="${question}"]`;
  const box = page.locator(`.quick-input-widget input${asking}:focus`);
  await box.first().waitFor({ timeout: 5000 });
  await page.keyboard.type(text);
  await page.locator(list, { hasText: row }).first().waitFor({ timeout: 5000 });
  await page.keyboard.press('Enter');
}

function matches(found, name) {
  return typeof name === 'string' ? found === name : name.test(found);
}

/** @param {import('playwright-core').Frame} view */
async function walk(view, press) {
  const wrong = [];
  await view.evaluate(forgetFocus);
  for (const key of ['Tab', 'Shift+Tab']) {
    await view.locator('[role="tab"][aria-selected="true"]').focus();
    for (let step = 0; step < longest; step += 1) {
      const { name, visible, inside, again } = await view.evaluate(lookAtFocus);
      if (!inside || (again && step > 0)) break;
      if (!visible) wrong.push(`not seen: ${name}`);
      await press(key);
    }
  }
  const missed = await view.evaluate(neverFocused);
  return [...wrong, ...missed.map((each) => `not reached: ${each}`)];
}
