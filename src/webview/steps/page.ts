import type { StepReference, StepsState } from '../../shared/stepsProtocol.js';
import { recall, remember } from '../host.js';
import { make } from '../ui.js';
import { createHeader } from './header.js';
import { createList, type Filter } from './list.js';

/** What the person can ask for. */
export interface StepsActions {
  readonly reveal: (step: StepReference) => void;
  readonly applyFix: (fix: StepReference & { readonly fix: number }) => void;
  readonly check: () => void;
}

export interface StepsPage {
  readonly show: (state: StepsState) => void;
  readonly select: (step: number) => void;
  /** The editor did not do what it was asked. */
  readonly showUnanswered: () => void;
}

/** The header and the list of steps below it; what has not changed is left as it is. */
export function createStepsPage(root: HTMLElement, actions: StepsActions): StepsPage {
  let state: StepsState | undefined;
  let filter: Filter = recall('filter') === 'all' ? 'all' : 'wrong';
  const list = createList(actions);
  const header = createHeader({
    check: actions.check,
    filter,
    chooseFilter: (value) => {
      filter = value === 'all' ? 'all' : 'wrong';
      remember('filter', filter);
      if (state !== undefined) list.draw(state, filter);
    },
  });
  const notice = make('p', 'notice');
  notice.setAttribute('role', 'alert');
  notice.hidden = true;
  root.replaceChildren(make('main', '', notice, header.element, ...list.elements));
  return {
    show: (next) => {
      const moved = state?.selected !== next.selected || state.title !== next.title;
      state = next;
      notice.hidden = true;
      header.draw(next);
      list.draw(next, filter);
      if (moved) list.scrollToSelected();
    },
    select: (selected) => {
      if (state === undefined || state.selected === selected) return;
      state = { ...state, selected };
      list.draw(state, filter);
      list.scrollToSelected();
    },
    showUnanswered: () => {
      notice.textContent = document.body.dataset['unanswered'] ?? '';
      notice.hidden = false;
    },
  };
}
