import type { DataState, Place } from '../../shared/dataProtocol.js';
import { dataWords } from '../../shared/dataWords.js';
import { recall, remember } from '../host.js';
import { make } from '../ui.js';
import { createCodeButtons } from './codeButtons.js';
import { createHeader } from './header.js';
import type { Page, PageContext } from './page.js';
import { pages } from './pages.js';
import { createTabList } from './tabList.js';

export interface Frame {
  readonly show: (state: DataState) => void;
  readonly progress: (bytes: number, of: number) => void;
  readonly go: (place: Place) => void;
  readonly partnersChanged: () => void;
}

/** What is around the pages: the header, their tabs, and one of them at a time. */
export function createFrame(root: HTMLElement, context: Omit<PageContext, 'go'>): Frame {
  const { ask, say } = context;
  let state: DataState | undefined;
  let current = '';
  const made = new Map<string, Page>();
  const code = createCodeButtons(context, () => {
    const page = made.get(current);
    return { screens: page?.screens?.() ?? [{ kind: 'open' }], against: page?.against?.() ?? '' };
  });
  const header = createHeader(say, {
    reload: () => void ask('reload', null),
    stop: () => void ask('stop', null),
    code,
  });
  const panel = make('div', 'page');
  panel.id = 'page';
  panel.tabIndex = -1;
  panel.setAttribute('role', 'tabpanel');

  const go = (place: Place): void => {
    const row = pages.find(({ tab }) => tab === place.tab) ?? pages[0];
    if (row === undefined) return;
    const page = made.get(row.tab) ?? new row.page({ ...context, go });
    made.set(row.tab, page);
    const focused = panel.contains(document.activeElement);
    if (row.tab !== current) {
      current = row.tab;
      remember('tab', current);
      tabs.select(current);
      panel.setAttribute('aria-labelledby', `tab-${current}`);
      panel.replaceChildren(page.element);
    }
    if (state === undefined) return;
    page.draw(state);
    page.reveal?.(place);
    if (!focused || panel.contains(document.activeElement)) return;
    if (page.focus === undefined) panel.focus();
    else page.focus();
  };
  const titles = pages.map(({ tab, title }) => ({ id: tab, title: say(title) }));
  const tabs = createTabList(say(dataWords.tabs), titles, (tab) => {
    go({ tab });
  });
  const bar = make('div', 'tab-bar', tabs.element);
  root.replaceChildren(make('main', '', header.element, bar, panel));
  return {
    show: (next) => {
      state = next;
      header.draw(next);
      if (current === '') go({ tab: lastTab() });
      else made.get(current)?.draw(next);
    },
    progress: header.progress,
    go,
    partnersChanged: () => {
      for (const page of made.values()) page.partnersChanged?.();
    },
  };
}

/** The page that the person looked at before the view was loaded again; the first one at first. */
function lastTab(): string {
  const tab = recall('tab');
  return typeof tab === 'string' ? tab : '';
}
