import katex from 'katex';
import 'katex/dist/katex.min.css';

/** Characters: what is longer is shown as written. */
const MAX_LENGTH = 8_000;

/** The document's own commands, by name. */
type Commands = Readonly<Record<string, string>>;

interface Waiting {
  readonly candidates: readonly string[];
  readonly commands: Commands;
}

/**
 * An element that shows the first of some formulas that can be typeset, or else the first as it is
 * written. It is typeset when it comes into view, and at once when it was typeset before: a list
 * that is drawn anew does not flicker.
 */
export function formula(candidates: readonly string[], commands: Commands): HTMLElement {
  const element = document.createElement('span');
  element.className = 'formula';
  const known = typesetBefore(commands).get(candidates.join('\0'));
  if (known !== undefined) {
    element.append(known.cloneNode(true));
    return element;
  }
  element.classList.add('as-written');
  element.textContent = candidates[0] ?? '';
  waiting.set(element, { candidates, commands });
  watcher.observe(element);
  return element;
}

const waiting = new WeakMap<Element, Waiting>();

const watcher = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      const wanted = waiting.get(target);
      if (!isIntersecting || wanted === undefined || !(target instanceof HTMLElement)) continue;
      watcher.unobserve(target);
      typesetFirst(wanted, target);
    }
  },
  { rootMargin: '400px' },
);

function typesetFirst({ candidates, commands }: Waiting, element: HTMLElement): void {
  if (!candidates.some((latex) => typeset(latex, commands, element))) {
    element.textContent = candidates[0] ?? '';
    return;
  }
  element.classList.remove('as-written');
  const [node] = element.childNodes;
  const memory = typesetBefore(commands);
  if (node !== undefined && memory.size < MAX_REMEMBERED) {
    memory.set(candidates.join('\0'), node.cloneNode(true));
  }
}

/** Formulas remembered, as a long report has. */
const MAX_REMEMBERED = 2_000;

let remembered = { commands: '', formulas: new Map<string, Node>() };

/** What was typeset with these commands; with others everything may look different. */
function typesetBefore(commands: Commands): Map<string, Node> {
  const key = JSON.stringify(commands);
  if (key !== remembered.commands) remembered = { commands: key, formulas: new Map() };
  return remembered.formulas;
}

function typeset(latex: string, commands: Commands, element: HTMLElement): boolean {
  if (latex.length > MAX_LENGTH) return false;
  try {
    katex.render(alignable(latex), element, {
      displayMode: true,
      trust: false,
      strict: 'ignore',
      throwOnError: true,
      maxSize: 10,
      maxExpand: 200,
      // A copy: a formula that defines something defines it for itself alone.
      macros: { ...commands },
    });
    return true;
  } catch (error) {
    if (error instanceof katex.ParseError) return false;
    throw error;
  }
}

/** A row of an alignment keeps its marks, which mean something only within one. */
function alignable(latex: string): string {
  return latex.includes('&') ? `\\begin{aligned}${latex}\\end{aligned}` : latex;
}
