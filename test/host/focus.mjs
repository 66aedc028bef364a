/**
 * Runs inside a view: says what has the focus, and whether one sees that it has.
 *
 * @returns {{name: string, visible: boolean, inside: boolean, again: boolean}} a tab's name begins with "tab";
 *   `again`: keys have come back to it
 */
export function lookAtFocus() {
  const document = globalThis['document'];
  const getComputedStyle = globalThis['getComputedStyle'];
  const seen = (globalThis['seenByKeys'] ??= new Set());
  const inner = (element) =>
    element.shadowRoot?.activeElement ? inner(element.shadowRoot.activeElement) : element;
  const active = document.activeElement;
  const inside = active !== null && active !== document.body && document.hasFocus();
  if (!inside) return { name: '', visible: true, inside, again: false };
  // What plays sounds has several stops of its own.
  const again = seen.has(active) && globalThis['lastByKeys'] !== active;
  globalThis['lastByKeys'] = active;
  seen.add(active);
  // Chromium shows the focus on the parts of a player itself, and would begin with the first of them again.
  const visible = active.localName === 'audio' || changes();
  return { name: nameOf(active), visible, inside, again };

  function changes() {
    const before = looks();
    inner(active).blur();
    const after = looks();
    active.focus();
    return after !== before;
  }

  /** How everything looks that could show it: the control, its parts and what it is in. */
  function looks() {
    const parts = [
      ...(active.shadowRoot?.querySelectorAll('*') ?? []),
      ...active.querySelectorAll('*'),
    ];
    const around = [active.parentElement, active.closest('label')].filter(Boolean);
    return JSON.stringify([active, ...around, ...parts.slice(0, 400)].map(look));
  }

  function look(element) {
    const style = getComputedStyle(element);
    const outline = style.outlineStyle === 'none' ? '' : style.outline;
    return [outline, style.border, style.boxShadow, style.backgroundColor].join();
  }

  function nameOf(element) {
    const names = [
      element.getAttribute('aria-label'),
      ...[...(element.labels ?? [])].map(wordsOf),
      element.textContent,
      element.localName,
    ];
    const name = (names.find((each) => each?.trim()) ?? '').trim().replace(/\s+/g, ' ');
    return element.getAttribute('role') === 'tab' ? `tab ${name}` : name;
  }

  /** A label's own words: it may hold the control too, with all that there is to choose from. */
  function wordsOf(label) {
    const copy = label.cloneNode(true);
    for (const each of copy.querySelectorAll('select, input, datalist')) each.remove();
    return copy.textContent;
  }
}

/** Runs inside a view: forgets which controls were met. */
export function forgetFocus() {
  globalThis['seenByKeys'] = new Set();
}

/** Runs inside a view: the controls that can be seen, can be used, and were not met. */
export function neverFocused() {
  const document = globalThis['document'];
  const getComputedStyle = globalThis['getComputedStyle'];
  const seen = globalThis['seenByKeys'];
  const controls =
    'button, input, select, textarea, summary, a[href], audio, vscode-button, vscode-dropdown, ' +
    'vscode-text-field, vscode-text-area, [tabindex="0"]';
  return (
    [...document.querySelectorAll(controls)]
      .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.disabled)
      .filter((each) => getComputedStyle(each).pointerEvents !== 'none')
      // Of tabs, one is in the order of the keys, and arrows lead to the others.
      .filter((each) => each.getAttribute('role') !== 'tab' && !seen.has(each))
      .map((each) => each.outerHTML.slice(0, 120))
  );
}
