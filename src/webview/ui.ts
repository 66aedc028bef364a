import {
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeDropdown,
  vsCodeOption,
  vsCodeProgressRing,
  vsCodeTextArea,
  vsCodeTextField,
} from '@vscode/webview-ui-toolkit';
import './controls.css';

/** The one place that knows the toolkit: to replace it, give these functions other elements. */
export function registerControls(): void {
  provideVSCodeDesignSystem().register(
    vsCodeButton(),
    vsCodeDropdown(),
    vsCodeOption(),
    vsCodeProgressRing(),
    vsCodeTextArea(),
    vsCodeTextField(),
  );
}

export function button(label: string, onClick: () => void): HTMLElement {
  const element = document.createElement('vscode-button');
  element.setAttribute('appearance', 'secondary');
  element.textContent = label;
  element.addEventListener('click', onClick);
  return element;
}

/** A choice of one among a few; `options` are pairs of value and label. */
export function dropdown(
  label: string,
  options: readonly (readonly [string, string])[],
  selected: string,
  onChange: (value: string) => void,
): HTMLElement {
  const element = document.createElement('vscode-dropdown');
  element.setAttribute('aria-label', label);
  for (const [value, text] of options) {
    const option = document.createElement('vscode-option');
    option.setAttribute('value', value);
    option.textContent = text;
    if (value === selected) option.setAttribute('selected', '');
    element.append(option);
  }
  element.addEventListener('change', () => {
    if ('value' in element && typeof element.value === 'string') onChange(element.value);
  });
  return element;
}

/** One line of text; `onInput` hears of every change, `onEnter` of the Enter key. */
export function textField(
  label: string,
  options: { readonly onInput?: (value: string) => void; readonly onEnter?: () => void },
): TextControl {
  const element = document.createElement('vscode-text-field');
  element.setAttribute('placeholder', label);
  nameText(element, label);
  element.addEventListener('input', () => options.onInput?.(textOf(element)));
  element.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') options.onEnter?.();
  });
  return control(element);
}

/** Several lines of text. */
export function textArea(label: string, rows: number): TextControl {
  const element = document.createElement('vscode-text-area');
  nameText(element, label);
  element.setAttribute('rows', String(rows));
  element.setAttribute('resize', 'vertical');
  return control(element);
}

/**
 * One of many names, typed or picked from those that match. The browser's own, since the toolkit has
 * none in which one can search.
 */
export function picker(
  label: string,
  names: readonly string[],
  chosen: string,
  onChange: (name: string) => void,
): HTMLElement {
  const list = make('datalist', '');
  list.id = `names-${++lists}`;
  list.append(
    ...names.map((name) => {
      const option = document.createElement('option');
      option.value = name;
      return option;
    }),
  );
  const input = make('input', '');
  input.type = 'text';
  input.value = chosen;
  input.setAttribute('list', list.id);
  input.setAttribute('aria-label', label);
  input.placeholder = label;
  input.addEventListener('change', () => {
    onChange(input.value);
  });
  return make('span', 'picker', input, list);
}

let lists = 0;

/** A control that holds text. */
export interface TextControl {
  readonly element: HTMLElement;
  readonly read: () => string;
  readonly write: (value: string) => void;
}

/** Whenever it comes into the document, the toolkit names what takes text after its content, else "Text field". */
function nameText(element: HTMLElement, label: string): void {
  element.textContent = label;
}

function control(element: HTMLElement): TextControl {
  return {
    element,
    read: () => textOf(element),
    write: (value) => {
      Object.assign(element, { value });
    },
  };
}

function textOf(element: HTMLElement): string {
  return 'value' in element && typeof element.value === 'string' ? element.value : '';
}

/** Puts other content into a place. The focus, where it was there, goes to the first control that is there now, else to `otherwise`. */
export function replaceContent(
  place: HTMLElement,
  content: readonly (Node | string)[],
  otherwise?: HTMLElement | null,
): void {
  const focused = place.contains(document.activeElement);
  place.replaceChildren(...content);
  if (!focused) return;
  (place.querySelector<HTMLElement>('vscode-button, input, select') ?? otherwise)?.focus();
}

export function spinner(label: string): HTMLElement {
  const element = document.createElement('vscode-progress-ring');
  element.setAttribute('aria-label', label);
  return element;
}

/** An element with a class and text; text of documents enters the page only as text. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...content);
  return element;
}
