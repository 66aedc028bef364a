import type { StepReference, StepsState, StepView } from '../../shared/stepsProtocol.js';
import { formula } from '../formula.js';
import { button, make } from '../ui.js';
import type { StepsActions } from './page.js';

/** Shapes as well as colours tell the verdicts apart. */
const MARKS: Readonly<Record<StepView['verdict'], string>> = {
  holds: '✓',
  fails: '✗',
  slip: '!',
  given: '·',
  unchecked: '?',
};

/** One step: a button that leads to it in the text, and below it what there is to say. */
export function stepItem(
  step: StepView,
  state: StepsState,
  refer: (step: number) => StepReference,
  actions: StepsActions,
): HTMLElement {
  const { labels, selected, commands } = state;
  const current = step.index === selected;
  const item = make('li', `${step.verdict}${step.inherited ? ' inherited' : ''}`);
  item.dataset['step'] = String(step.index);
  item.setAttribute('aria-current', String(current));

  const mark = make('span', 'mark', MARKS[step.verdict]);
  mark.setAttribute('aria-hidden', 'true');
  const head = make('span', 'head', mark, make('span', 'label', step.label));
  head.append(make('span', 'spot', step.spot));
  const lead = make('button', 'step', head, formula([step.written, step.latex], commands));
  lead.type = 'button';
  lead.title = labels.goTo;
  lead.addEventListener('click', () => {
    actions.reveal(refer(step.index));
  });
  item.append(lead, ...details(step, state, current));
  const fixes = step.fixes.map((title, fix) =>
    button(title, () => {
      actions.applyFix({ ...refer(step.index), fix });
    }),
  );
  if (fixes.length > 0) item.append(make('div', 'fixes', ...fixes));
  return item;
}

/** A mistake is always explained; of the rest only the step at the cursor, to keep the list short. */
function details(step: StepView, { labels }: StepsState, current: boolean): readonly HTMLElement[] {
  const wrong = step.verdict === 'fails' || step.verdict === 'slip';
  const parts: HTMLElement[] = [];
  if ((wrong || current) && step.reason !== '') parts.push(make('p', 'reason', step.reason));
  if (current && step.evidence !== '') parts.push(make('p', 'evidence', step.evidence));
  if (wrong && !step.inherited && step.values.length > 0) {
    parts.push(valuesTable(step, labels.counterexample));
  }
  if ((wrong || current) && !step.inherited && step.assumptions.length > 0) {
    const rows = step.assumptions.map((assumption) => make('li', '', assumption));
    parts.push(make('p', 'assumed', labels.assumed), make('ul', 'assumptions', ...rows));
  }
  return parts;
}

function valuesTable({ values }: StepView, caption: string): HTMLElement {
  const rows = values.map(([name, value]) => {
    const head = make('th', '', name);
    head.scope = 'row';
    return make('tr', '', head, make('td', '', value));
  });
  return make('table', 'values', make('caption', '', caption), make('tbody', '', ...rows));
}
