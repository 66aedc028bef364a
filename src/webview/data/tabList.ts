import { make } from '../ui.js';

export interface TabList {
  readonly element: HTMLElement;
  readonly select: (id: string) => void;
}

/**
 * Tabs after the pattern of the ARIA Authoring Practices. The toolkit's panels would keep every page
 * laid out; here a page that is not looked at is not in the document.
 */
export function createTabList(
  label: string,
  tabs: readonly { readonly id: string; readonly title: string }[],
  onSelect: (id: string) => void,
): TabList {
  const element = make('div', 'tabs');
  element.setAttribute('role', 'tablist');
  element.setAttribute('aria-label', label);
  const buttons = tabs.map(({ id, title }) => {
    const tab = make('button', 'tab', title);
    tab.type = 'button';
    tab.id = `tab-${id}`;
    tab.dataset['tab'] = id;
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-controls', 'page');
    tab.addEventListener('click', () => {
      onSelect(id);
    });
    return tab;
  });
  element.append(...buttons);
  element.addEventListener('keydown', (event) => {
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const next = buttons[nextIndex(event.key, at, buttons.length)];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    next.focus();
    next.click();
  });
  return {
    element,
    select: (selected) => {
      for (const button of buttons) {
        const chosen = button.dataset['tab'] === selected;
        button.setAttribute('aria-selected', String(chosen));
        button.tabIndex = chosen ? 0 : -1;
      }
    },
  };
}

/** -1 where the key is none that moves. */
function nextIndex(key: string, at: number, count: number): number {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowLeft':
      return (at + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}
