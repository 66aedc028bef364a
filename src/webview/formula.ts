import katex from 'katex';
import 'katex/dist/katex.min.css';

/** Characters: what is longer is shown as written. */
const MAX_LENGTH = 8_000;

/** An element that shows a formula; it is typeset when it comes into view. */
export function formula(latex: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'formula';
  element.textContent = latex;
  if (latex.length <= MAX_LENGTH) {
    waiting.set(element, latex);
    watcher.observe(element);
  }
  return element;
}

const waiting = new WeakMap<Element, string>();

const watcher = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      const latex = waiting.get(target);
      if (!isIntersecting || latex === undefined || !(target instanceof HTMLElement)) continue;
      watcher.unobserve(target);
      typeset(latex, target);
    }
  },
  { rootMargin: '400px' },
);

/** What cannot be typeset stays as it was written. */
function typeset(latex: string, element: HTMLElement): void {
  try {
    katex.render(latex, element, {
      displayMode: true,
      trust: false,
      strict: 'ignore',
      throwOnError: true,
      maxSize: 10,
      maxExpand: 200,
    });
  } catch (error) {
    if (!(error instanceof katex.ParseError)) throw error;
    element.textContent = latex;
    element.classList.add('as-written');
  }
}
