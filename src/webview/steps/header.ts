import type { StepsLabels, StepsState } from '../../shared/stepsProtocol.js';
import { button, dropdown, make, spinner } from '../ui.js';

export interface HeaderOptions {
  readonly check: () => void;
  /** Chosen at first. */
  readonly filter: string;
  readonly chooseFilter: (value: string) => void;
}

export interface Header {
  readonly element: HTMLElement;
  readonly draw: (state: StepsState) => void;
}

/** The document's name, one line on what was found, and the choice of what is listed. */
export function createHeader({ check, filter, chooseFilter }: HeaderOptions): Header {
  const name = make('h1', '');
  const busy = make('span', 'busy');
  const status = make('p', '');
  // Told to screen readers when it changes; the list is too long to be read out.
  status.setAttribute('role', 'status');
  const controls = make('div', 'controls');
  const element = make('header', '', make('div', 'title', name, busy), status, controls);
  let offered = '';
  let chosen = filter;

  const choose = (value: string): void => {
    chosen = value;
    chooseFilter(value);
  };
  /** Rebuilt only when another control is due: one in use would close under the person's hand. */
  const offer = (due: 'check' | 'filter' | '', labels: StepsLabels): void => {
    const key = `${due} ${JSON.stringify(labels)}`;
    if (key === offered) return;
    offered = key;
    controls.replaceChildren(
      ...(due === 'check' ? [button(labels.check, check)] : []),
      ...(due === 'filter' ? [filterControl(labels, chosen, choose)] : []),
    );
  };
  return {
    element,
    draw: ({ title, checking, notice, summary, steps, labels }) => {
      name.textContent = title;
      busy.replaceChildren(...(checking ? [spinner(labels.check)] : []));
      status.textContent = notice === '' ? summary : notice;
      offer(steps.length > 0 ? 'filter' : notice !== '' && title !== '' ? 'check' : '', labels);
    },
  };
}

function filterControl(
  labels: StepsLabels,
  chosen: string,
  choose: (value: string) => void,
): HTMLElement {
  const options = [
    ['wrong', labels.filterWrong],
    ['all', labels.filterAll],
  ] as const;
  return dropdown(labels.filter, options, chosen, choose);
}
