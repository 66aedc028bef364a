import {
  APART,
  DROPPED_ARGUMENT,
  IGNORED,
  PROSE,
  QUADS,
  SAME,
  SPACES,
  UNICODE,
  UPRIGHT,
} from './commands.js';
import type { Token, TokenKind } from './token.js';

/** More tokens than this in one formula are not read. */
const MAX_TOKENS = 6000;

/**
 * Cuts LaTeX mathematics into tokens with exact source spans. Total: any string gives tokens.
 * Sizing, spacing, numbering and comments are left out; synonyms get one spelling. Commands of the document's `own`
 * are left as they are, whatever they usually mean.
 */
export function tokenize(latex: string, offset = 0, own: Names = NONE): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let spaced = false;
  let apart = false;
  /** Where a `\left` or `\big` stands whose bracket is still to come: it belongs to it. */
  let sizing: number | null = null;
  const push: Push = (kind, text, start, end, prose = false, upright = false) => {
    tokens.push({
      kind,
      text,
      start: (sizing ?? start) + offset,
      end: end + offset,
      spaced,
      ...(prose ? { prose } : {}),
      ...(upright ? { upright } : {}),
      ...(apart ? { apart } : {}),
    });
    spaced = false;
    apart = false;
    sizing = null;
  };
  while (at < latex.length && tokens.length < MAX_TOKENS) {
    const char = latex[at] ?? '';
    const start = at;
    if (char === '%') {
      at = endOfLine(latex, at);
    } else if (/\s/.test(char) || char === '~' || char === '\u00a0') {
      spaced = true;
      at++;
    } else if (char === '\\' && own.has(nameAt(latex, at))) {
      at += nameAt(latex, at).length;
      push('command', latex.slice(start, at), start, at);
    } else if (char === '\\') {
      const before = tokens.length;
      at = readCommand(latex, at, push, (name) => {
        spaced = true;
        apart ||= APART.has(name);
      });
      if (tokens.length === before && SIZING.test(latex.slice(start, at))) sizing ??= start;
    } else if (isDigit(char) || (char === '.' && isDigit(latex[at + 1] ?? ''))) {
      at = endOfNumber(latex, at);
      push('number', latex.slice(start, at).replaceAll('\\,', '').replace('{,}', '.'), start, at);
    } else if (char === '&') {
      push('amp', '&', start, ++at);
    } else if (char === ':' && latex[at + 1] === '=') {
      at += 2;
      push('symbol', ':=', start, at);
    } else if (char === '=' && latex[at + 1] === ':' && latex[at + 2] !== '=') {
      at += 2;
      push('symbol', '=:', start, at);
    } else if (char === '|' && latex[at + 1] === '|') {
      at += 2;
      push('symbol', '\\|', start, at);
    } else {
      at = readCharacter(latex, at, push);
    }
  }
  return joinNames(tokens);
}

/** Acronyms and functions that people type as plain letters. */
const TYPED =
  /^(MSE|MAE|TP|FP|TN|FN|VP|VN|TPR|FPR|FNR|TNR|PPV|NPV|ACC|MCC|KL|BCE|RMSE|SSE|RSS|CE|ReLU|relu|log|ln|exp|tanh|sin|cos|tan|max|min|tr|det|diag|sign|sgn)$/;

/** Letters typed side by side that spell a word (`Error`, `loss`, `log(`) are one name; `w5` is `w_5`. */
function joinNames(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const first = tokens[at];
    if (!first) break;
    let end = at + 1;
    while (
      first.kind === 'letter' &&
      tokens[end]?.kind === 'letter' &&
      tokens[end]?.spaced === false
    )
      end++;
    const run = tokens.slice(at, end);
    const text = run.map((token) => token.text).join('');
    const word =
      first.kind === 'letter' &&
      /^\p{L}\p{Ll}{3,}$/u.test(text) &&
      /[aeiouáéíóú]/i.test(text.slice(1));
    const last = run.at(-1) ?? first;
    if (word || (run.length > 1 && TYPED.test(text) && !/^[_^]$/.test(out.at(-1)?.text ?? ''))) {
      out.push({ kind: 'word', text, start: first.start, end: last.end, spaced: first.spaced });
    } else {
      // `\frac h2` is a half of h.
      const halves = run.length === 1 && out.at(-1)?.text === '\\frac';
      // `\sum_k2 a_k` counts with k, `\sum_{n=1}^N1` up to N.
      const script = out.at(-1)?.text;
      const counts = script === '^' || (script === '_' && out.at(-2)?.text === '\\sum');
      out.push(...run);
      const digit = tokens[end];
      if (
        !halves &&
        !counts &&
        first.kind === 'letter' &&
        digit?.kind === 'number' &&
        !digit.spaced &&
        digit.text.length <= 2 &&
        !digit.text.includes('.')
      ) {
        const place = { start: digit.start, end: digit.end, spaced: false };
        out.push(
          { kind: 'symbol', text: '_', ...place },
          { kind: 'symbol', text: '{', ...place },
          { ...digit },
          { kind: 'symbol', text: '}', ...place },
        );
        end++;
      }
    }
    at = end - 1;
  }
  return out;
}

/** What the document gives a meaning of its own. */
type Names = Pick<ReadonlySet<string>, 'has'>;

const NONE: Names = new Set<string>();

function nameAt(latex: string, at: number): string {
  let end = at + 1;
  while (/[a-zA-Z]/.test(latex[end] ?? '')) end++;
  return latex.slice(at, end);
}

const SIZING = /^\\(left|right|middle|[bB]igg?[lrm]?)$/;

type Push = (
  kind: TokenKind,
  text: string,
  start: number,
  end: number,
  prose?: boolean,
  upright?: boolean,
) => void;

/** One character: a Unicode sign stands for its command; what lies outside the basic plane takes two units. */
function readCharacter(latex: string, start: number, push: Push): number {
  const char = latex[start] ?? '';
  const same = UNICODE[char];
  if (same !== undefined) {
    push(/^\\[a-zA-Z]/.test(same) ? 'command' : 'symbol', same, start, start + 1);
    return start + 1;
  }
  const end = start + (char >= '\ud800' && char <= '\udbff' ? 2 : 1);
  const text = latex.slice(start, end);
  push(/\p{L}/u.test(text) ? 'letter' : 'symbol', text, start, end);
  return end;
}

function readCommand(
  latex: string,
  start: number,
  push: Push,
  space: (name: string) => void,
): number {
  let end = start + 1;
  if (/[a-zA-Z]/.test(latex[end] ?? '')) {
    while (/[a-zA-Z]/.test(latex[end] ?? '')) end++;
    if (latex[end] === '*' && latex.slice(start, end) === '\\operatorname') end++;
  } else {
    end++;
  }
  end = Math.min(end, latex.length);
  const name = latex.slice(start, end);
  if (name === '\\\\' || name === '\\newline') {
    const after = /^\s*\[[^\]\n]{0,20}\]/.exec(latex.slice(end, end + 30));
    // `\\[2pt]` is a row break with extra space; `\\[x]` opens a bracket in the next row.
    const stop =
      after && /\[\s*-?[\d.]+\s*(pt|em|ex|mm|cm|in)\s*\]/.test(after[0])
        ? end + after[0].length
        : end;
    push('break', '\\\\', start, stop);
    return stop;
  }
  if (SPACES.has(name)) {
    space(name);
    return end;
  }
  if (IGNORED.has(name)) {
    // `\left.` and `\right.` are delimiters that show nothing.
    if ((name === '\\left' || name === '\\right') && /^\s*\./.test(latex.slice(end, end + 3)))
      return latex.indexOf('.', end) + 1;
    return end;
  }
  if (QUADS.has(name)) {
    push('quad', name, start, end);
    return end;
  }
  if (DROPPED_ARGUMENT.has(name)) return readArgument(latex, end).end;
  if (PROSE.has(name) || UPRIGHT.has(name)) return readWord(latex, start, end, name, push);
  if (name === '\\begin' || name === '\\end') {
    const argument = readArgument(latex, end);
    push(name === '\\begin' ? 'begin' : 'end', argument.text.trim(), start, argument.end);
    return argument.end;
  }
  const same = SAME[name] ?? name;
  push(/^\\[a-zA-Z]/.test(same) ? 'command' : 'symbol', same, start, end);
  return end;
}

function readWord(latex: string, start: number, end: number, name: string, push: Push): number {
  const argument = readArgument(latex, end);
  const text = argument.text.replace(/\\[,;: ]/g, ' ').trim();
  const prose = PROSE.has(name);
  // `\mathrm{d}x`, `\mathrm{T}`: a single upright letter is that letter.
  if (!prose && /^\p{L}$/u.test(text)) push('letter', text, start, argument.end, false, true);
  else if (text !== '' && !(prose && !/[\p{L}\d]/u.test(text) && !/^[().]$/.test(text)))
    push('word', text, start, argument.end, prose);
  else if (prose && text !== '') push('quad', '\\quad', start, argument.end);
  return argument.end;
}

/** The braced (or single-token) argument that begins at or after `from`. */
function readArgument(latex: string, from: number): { text: string; end: number } {
  let at = from;
  while (/\s/.test(latex[at] ?? '')) at++;
  if (latex[at] !== '{') return { text: latex[at] ?? '', end: Math.min(at + 1, latex.length) };
  let depth = 0;
  for (let i = at; i < latex.length; i++) {
    if (latex[i] === '\\') i++;
    else if (latex[i] === '{') depth++;
    else if (latex[i] === '}' && --depth === 0) return { text: latex.slice(at + 1, i), end: i + 1 };
  }
  return { text: latex.slice(at + 1), end: latex.length };
}

function endOfNumber(latex: string, from: number): number {
  let at = from;
  let point = false;
  for (;;) {
    const char = latex[at] ?? '';
    if (isDigit(char)) at++;
    else if (isGroup(latex, from, at)) at += 5;
    else if (!point && char === '.' && isDigit(latex[at + 1] ?? '')) [point, at] = [true, at + 1];
    else if (!point && latex.startsWith('{,}', at) && isDigit(latex[at + 3] ?? ''))
      [point, at] = [true, at + 3];
    else return at;
  }
}

/** The thousands of `1\,048\,576`. */
function isGroup(latex: string, from: number, at: number): boolean {
  const before = latex.slice(from, at);
  return (
    /^[1-9]\d{0,2}(?:\\,\d{3})*$/.test(before) && /^\\,\d{3}(?!\d)/.test(latex.slice(at, at + 6))
  );
}

function endOfLine(latex: string, from: number): number {
  const end = latex.slice(from).search(/[\r\n]/);
  return end < 0 ? latex.length : from + end;
}

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9';
}
