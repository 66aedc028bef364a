/** The names that a short formula mentions: `x, y` both, `W \in \mathbb{R}^n` the one, `a + b` none. */
export function namesIn(latex: string): readonly string[] {
  if (latex.length > 400) return [];
  const names = splitTop(latex.replace(SIZING, ' ')).map((piece) => nameOf(beforeRelation(piece)));
  return names.every((name) => name !== null) ? names : [];
}

/** What only lays out says nothing of a name. */
const SIZING =
  /\\(?:left|right|[bB]igg?[lrm]?|(?:display|text|script)style)(?![a-zA-Z])|\\[,;!:]|\{\}/g;

/** `f(x)` is said of `f`. */
function nameOf(text: string): string | null {
  const trimmed = text.replace(edges, '');
  const end = nameEnd(trimmed);
  if (end === 0) return null;
  const rest = trimmed.slice(end).trim();
  if (rest !== '' && !/^\([^()]{0,60}\)$/.test(rest)) return null;
  return trimmed.slice(0, end).trim();
}

const edges =
  /^(?:\s|\{\}|\\[,;!: ]|\\(?:display|text|script)style(?![a-zA-Z]))+|(?:\s|[.,;:]|\{\}|\\[,;!: ]|\\q?quad)+$/g;

/** Pieces between the commas that no bracket holds. */
function splitTop(latex: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  let depth = 0;
  for (let i = 0; i < latex.length; i++) {
    const unit = latex[i] ?? '';
    if (unit === '\\') {
      if (depth === 0 && separator.test(latex.slice(i, i + 24))) {
        const length = separator.exec(latex.slice(i, i + 24))?.[0].length ?? 1;
        pieces.push(latex.slice(from, i));
        from = i + length;
        i = from - 1;
      } else {
        i++;
        if (latex[i] === '{') depth++;
        else if (latex[i] === '}') depth--;
      }
    } else if ('{[('.includes(unit)) depth++;
    else if ('}])'.includes(unit)) depth--;
    else if (unit === ',' && depth === 0) {
      pieces.push(latex.slice(from, i));
      from = i + 1;
    }
  }
  return [...pieces, latex.slice(from)].filter((piece) => piece.replace(edges, '') !== '');
}

const separator = /^\\(?:q?quad|(?:text|mathrm)\{\s{0,3}(?:y|and|e|&)\s{0,3}\})/;

function beforeRelation(piece: string): string {
  let depth = 0;
  for (let i = 0; i < piece.length; i++) {
    const unit = piece[i] ?? '';
    if ('{[('.includes(unit)) depth++;
    else if ('}])'.includes(unit)) depth--;
    else if (depth === 0 && /[=<>:]/.test(unit)) return piece.slice(0, i);
    else if (unit === '\\') {
      if (depth === 0 && relation.test(piece.slice(i, i + 14))) return piece.slice(0, i);
      i++;
    }
  }
  return piece;
}

const relation =
  /^\\(?:in|ni|to|sim|ge|geq|geqslant|le|leq|leqslant|gt|lt|ne|neq|succ|succeq|prec|preceq|colon|equiv|subset|subseteq|propto|approx|mapsto|triangleq|coloneqq)(?![a-zA-Z])/;

/** Where the name at the start of a text ends, or 0 where there is none. */
function nameEnd(text: string): number {
  const base = baseEnd(text, 0);
  return base === 0 ? 0 : scriptsEnd(text, base);
}

function baseEnd(text: string, at: number): number {
  const command = /^\\([a-zA-Z]+)/.exec(text.slice(at, at + 40));
  if (command === null) {
    const word = /^(?:[A-Za-z](?![A-Za-z])|[A-Za-z]{3,24}|[\u0370-\u03ff]|[∘⊙*])/.exec(
      text.slice(at, at + 30),
    );
    return word === null ? 0 : at + word[0].length;
  }
  const name = command[1] ?? '';
  const end = at + command[0].length;
  if (structures.has(name)) return 0;
  // A command with a group behind it is an accent, or the document's own.
  return accents.has(name) || text[end] === '{' ? argumentEnd(text, end) : end;
}

const accents: ReadonlySet<string> = new Set([
  'mathbf',
  'boldsymbol',
  'bm',
  'bold',
  'mathcal',
  'mathbb',
  'mathrm',
  'mathsf',
  'mathit',
  'mathscr',
  'mathfrak',
  'text',
  'textbf',
  'textit',
  'operatorname',
  'hat',
  'widehat',
  'tilde',
  'widetilde',
  'bar',
  'overline',
  'vec',
  'dot',
  'ddot',
  'underline',
  'check',
  'breve',
  'pmb',
  'bf',
  'rm',
  'cal',
]);

const structures: ReadonlySet<string> = new Set([
  'frac',
  'dfrac',
  'tfrac',
  'sum',
  'prod',
  'int',
  'left',
  'right',
  'begin',
  'end',
  'sqrt',
  'partial',
  'nabla',
  'lim',
  'max',
  'min',
  'log',
  'ln',
  'exp',
  'sin',
  'cos',
  'binom',
  'boxed',
  'underbrace',
  'bigl',
  'big',
  'Big',
  'forall',
  'exists',
  'infty',
  'pm',
  'mp',
  'lVert',
  'lvert',
  'Vert',
  'langle',
  'therefore',
]);

function scriptsEnd(text: string, from: number): number {
  let at = from;
  for (let count = 0; count < 4; count++) {
    while (text[at] === "'") at++;
    const script = /^\s?[_^]\s?/.exec(text.slice(at, at + 3));
    if (script === null) break;
    const end = argumentEnd(text, at + script[0].length);
    if (end === 0) return 0;
    at = end;
  }
  return at;
}

/** Past one argument: a group, a command with its own argument, or one character; 0 where there is none. */
function argumentEnd(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  const unit = text[at];
  if (unit === undefined) return 0;
  if (unit === '{') {
    let depth = 0;
    for (let i = at; i < text.length; i++) {
      if (text[i] === '\\') i++;
      else if (text[i] === '{') depth++;
      else if (text[i] === '}' && --depth === 0) return i + 1;
    }
    return 0;
  }
  if (unit !== '\\') return /[\p{L}\d*+†]/u.test(unit) ? at + 1 : 0;
  const command = /^\\[a-zA-Z]+/.exec(text.slice(at, at + 40));
  return command === null ? 0 : baseEnd(text, at) || at + command[0].length;
}
