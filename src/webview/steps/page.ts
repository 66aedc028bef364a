import type { StepReference, StepsState, StepView } from '../../shared/stepsProtocol.js';
import { recall, remember } from '../host.js';
import { button, dropdown, make, spinner } from '../ui.js';
import { stepItem } from './stepItem.js';

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

type Filter = 'wrong' | 'all';

/** The list of steps with its header; it is drawn anew from each state. */
export function createStepsPage(root: HTMLElement, actions: StepsActions): StepsPage {
  let state: StepsState | undefined;
  let filter: Filter = recall('filter') === 'all' ? 'all' : 'wrong';
  const header = make('header', '');
  const list = make('ol', 'steps');
  list.addEventListener('keydown', moveByArrows);
  const empty = make('p', 'empty');
  root.replaceChildren(header, empty, list);

  const chooseFilter = (value: string): void => {
    filter = value === 'all' ? 'all' : 'wrong';
    remember('filter', filter);
    drawList();
  };
  const drawList = (): void => {
    if (state === undefined) return;
    const focused = focusedStep(list);
    const shown = stepsShown(state, filter);
    list.replaceChildren(...shown.map((step) => stepItem(step, state as StepsState, actions)));
    if (focused !== undefined) buttonOf(list, focused)?.focus({ preventScroll: true });
    list.hidden = shown.length === 0;
    empty.textContent = state.labels.nothingWrong;
    empty.hidden = shown.length > 0 || state.steps.length === 0;
  };
  return {
    show: (next) => {
      const moved = state?.selected !== next.selected || state.title !== next.title;
      state = next;
      drawHeader(header, next, filter, { chooseFilter, check: actions.check });
      drawList();
      if (moved) scrollToSelected(list);
    },
    select: (step) => {
      if (state === undefined || state.selected === step) return;
      state = { ...state, selected: step };
      drawList();
      scrollToSelected(list);
    },
    showUnanswered: () => {
      if (state === undefined) return;
      const notice = state.labels.unanswered;
      drawHeader(header, { ...state, notice }, filter, { chooseFilter, check: actions.check });
    },
  };
}

interface HeaderActions {
  readonly chooseFilter: (value: string) => void;
  readonly check: () => void;
}

function drawHeader(
  header: HTMLElement,
  state: StepsState,
  filter: Filter,
  { chooseFilter, check }: HeaderActions,
): void {
  const { labels, title, summary, notice, checking, steps } = state;
  const parts: HTMLElement[] = [];
  if (title !== '') {
    const name = make('h2', '', title);
    parts.push(make('div', 'title', name, ...(checking ? [spinner(labels.check)] : [])));
  }
  // Told to screen readers when it changes, as the list below is too long to be read out.
  const status = make('p', notice === '' ? 'summary' : 'notice', notice === '' ? summary : notice);
  status.setAttribute('role', 'status');
  parts.push(status);
  if (notice !== '' && title !== '') parts.push(button(labels.check, check));
  if (steps.length > 0) {
    const options = [
      ['wrong', labels.filterWrong],
      ['all', labels.filterAll],
    ] as const;
    parts.push(dropdown(labels.filter, options, filter, chooseFilter));
  }
  header.replaceChildren(...parts);
}

/** What is wrong, and the step at the cursor whatever it is. */
function stepsShown({ steps, selected }: StepsState, filter: Filter): readonly StepView[] {
  if (filter === 'all') return steps;
  return steps.filter(
    ({ verdict, index }) => verdict === 'fails' || verdict === 'slip' || index === selected,
  );
}

function scrollToSelected(list: HTMLElement): void {
  list.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
}

/** Up and down go from step to step, past the buttons within. */
function moveByArrows(event: KeyboardEvent): void {
  const { key, currentTarget, target } = event;
  if ((key !== 'ArrowDown' && key !== 'ArrowUp') || !(currentTarget instanceof HTMLElement)) return;
  const buttons = [...currentTarget.querySelectorAll<HTMLElement>('button.step')];
  const at = buttons.findIndex((each) => each.closest('li')?.contains(target as Node) === true);
  const next = buttons[at + (key === 'ArrowDown' ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

function focusedStep(list: HTMLElement): string | undefined {
  const { activeElement } = document;
  return list.contains(activeElement)
    ? activeElement?.closest<HTMLElement>('li')?.dataset['step']
    : undefined;
}

function buttonOf(list: HTMLElement, step: string): HTMLElement | null {
  return list.querySelector<HTMLElement>(`li[data-step="${step}"] button.step`);
}
