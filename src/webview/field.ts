import { make } from './ui.js';

/** What the page computes with; the browser's own, since the toolkit's text field knows no numbers. */
export interface Field<Value> {
  readonly element: HTMLElement;
  readonly write: (value: Value) => void;
}

export interface NumberLimits {
  readonly min: number;
  readonly max: number;
  readonly step?: number;
}

/** A number with its label; `onChange` hears of numbers within the limits alone. */
export function numberField(
  label: string,
  value: number,
  { min, max, step }: NumberLimits,
  onChange: (value: number) => void,
): Field<number> {
  const input = make('input', '');
  input.type = 'number';
  Object.assign(input, { min: String(min), max: String(max), step: String(step ?? 1) });
  input.value = String(value);
  input.addEventListener('change', () => {
    const typed = input.valueAsNumber;
    if (!Number.isFinite(typed)) return;
    const within = Math.min(Math.max(typed, min), max);
    input.value = String(within);
    onChange(within);
  });
  return labelled(label, input, (next) => {
    input.value = String(next);
  });
}

/** One of a few, with its label; `options` are pairs of value and words. */
export function choiceField<Value extends string>(
  label: string,
  value: Value,
  options: readonly (readonly [Value, string])[],
  onChange: (value: Value) => void,
): Field<Value> {
  const select = make('select', '');
  for (const [each, words] of options) {
    const option = make('option', '', words);
    option.value = each;
    option.selected = each === value;
    select.append(option);
  }
  select.addEventListener('change', () => {
    const chosen = options.find(([each]) => each === select.value);
    if (chosen !== undefined) onChange(chosen[0]);
  });
  return labelled(label, select, (next) => {
    select.value = next;
  });
}

/** Yes or no. */
export function checkField(
  label: string,
  value: boolean,
  onChange: (value: boolean) => void,
): Field<boolean> {
  const box = make('input', '');
  box.type = 'checkbox';
  box.checked = value;
  box.addEventListener('change', () => {
    onChange(box.checked);
  });
  return {
    element: make('label', 'check', box, ' ', label),
    write: (next) => {
      box.checked = next;
    },
  };
}

function labelled<Value>(
  label: string,
  control: HTMLElement,
  write: (value: Value) => void,
): Field<Value> {
  return { element: make('label', 'field', make('span', '', label), control), write };
}
