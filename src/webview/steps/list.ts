import type { StepsState, StepView } from '../../shared/stepsProtocol.js';
import { make } from '../ui.js';
import type { StepsActions } from './page.js';
import { stepItem } from './stepItem.js';

export type Filter = 'wrong' | 'all';

export interface StepsList {
  /** The list, and what stands in its place when it is empty. */
  readonly elements: readonly HTMLElement[];
  readonly draw: (state: StepsState, filter: Filter) => void;
  readonly scrollToSelected: () => void;
}

export function createList(actions: StepsActions): StepsList {
  const list = make('ol', 'steps');
  const empty = make('p', 'empty');
  list.addEventListener('keydown', moveByArrows);
  let drawn = '';
  let revision = 0;
  return {
    elements: [empty, list],
    draw: (state, filter) => {
      ({ revision } = state);
      const shown = stepsShown(state, filter);
      const { labels, selected, commands, steps } = state;
      const content = JSON.stringify([shown, labels, selected, commands]);
      if (content === drawn) return;
      drawn = content;
      const focused = focusedStep(list);
      const refer = (step: number): { step: number; revision: number } => ({ step, revision });
      list.replaceChildren(...shown.map((step) => stepItem(step, state, refer, actions)));
      if (focused !== undefined) buttonOf(list, focused)?.focus({ preventScroll: true });
      list.hidden = shown.length === 0;
      empty.textContent = labels.nothingWrong;
      empty.hidden = shown.length > 0 || steps.length === 0;
    },
    scrollToSelected: () => {
      list.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
    },
  };
}

/** What is wrong, and the step at the cursor whatever it is. */
function stepsShown({ steps, selected }: StepsState, filter: Filter): readonly StepView[] {
  if (filter === 'all') return steps;
  return steps.filter(
    ({ verdict, index }) => verdict === 'fails' || verdict === 'slip' || index === selected,
  );
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
