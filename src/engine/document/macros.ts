import type { Span } from '../text/span.js';
import type { Macro } from './outline.js';
import { groupEnd } from './scan/source.js';

/** A definition and where it stands. */
export interface MacroDefinition extends Span {
  readonly macros: readonly Macro[];
}

/** The definition that the backslash at `at` begins, or null. */
export function macroAt(text: string, at: number): MacroDefinition | null {
  command.lastIndex = at;
  const match = command.exec(text);
  const read = readers.get(match?.[1] ?? '');
  if (match === null || read === undefined) return null;
  const reader = new ArgumentReader(text, at + match[0].length);
  const macro = read(reader);
  return macro === null ? null : { start: at, end: reader.at, macros: [macro] };
}

/** Every definition in a stretch of text that no comment hides, in order. */
export function macrosIn(
  text: string,
  start: number,
  end: number,
  tex: boolean,
): MacroDefinition[] {
  const found: MacroDefinition[] = [];
  // Cut first: a search without a match would read on to the end of the text.
  const stretch = text.slice(start, end);
  anyDefinition.lastIndex = 0;
  for (let tries = 0; tries < MAX_DEFINITIONS; tries++) {
    const match = anyDefinition.exec(stretch);
    if (match === null) break;
    if (tex && isCommented(stretch, match.index)) continue;
    const definition = macroAt(stretch, match.index);
    if (definition === null) continue;
    found.push({ ...definition, start: start + definition.start, end: start + definition.end });
    anyDefinition.lastIndex = definition.end;
  }
  return found;
}

/** A document that defines more is a macro bomb. */
const MAX_DEFINITIONS = 2000;
/** Longest body that is kept. */
const MAX_BODY = 2000;

const command = /\\([a-zA-Z]+)\*?/y;
const anyDefinition =
  /\\(?:(?:re|provide)?newcommand|renewcommand|providecommand|[gex]?def|let|DeclareMathOperator|DeclarePairedDelimiter|(?:New|Renew|Provide|Declare)DocumentCommand)(?![a-zA-Z])/g;

function isCommented(text: string, at: number): boolean {
  for (let i = at - 1; i >= 0 && at - i < 400; i--) {
    const unit = text[i];
    if (unit === '\n' || unit === '\r') return false;
    if (unit === '%' && text[i - 1] !== '\\') return true;
  }
  return false;
}

/** Reads a command's arguments one after the other. */
class ArgumentReader {
  constructor(
    readonly text: string,
    public at: number,
  ) {}

  /** `\name` or `{\name}`. */
  name(): string | null {
    const match = this.#match(
      /\s{0,9}(?:\{\s{0,9}(\\(?:[a-zA-Z]+|.))\s{0,9}\}|(\\(?:[a-zA-Z]+|[^a-zA-Z\s])))/y,
    );
    return match?.[1] ?? match?.[2] ?? null;
  }

  /** `[...]`, or null. */
  option(): string | null {
    return this.#match(/\s{0,9}\[([^[\]]{0,200})\]/y)?.[1] ?? null;
  }

  /** The inside of `{...}`, or null. */
  group(): string | null {
    const open = this.#match(/\s{0,9}(?=\{)/y);
    if (open === null) return null;
    const end = groupEnd(this.text, this.at, this.at + MAX_BODY);
    if (end < 0) return null;
    const inside = this.text.slice(this.at + 1, end - 1);
    this.at = end;
    return inside.trim();
  }

  /** `#1#2`: how many. */
  parameters(): number {
    const match = this.#match(/\s{0,9}((?:#\d){0,9})/y);
    return (match?.[1]?.length ?? 0) / 2;
  }

  /** What `\let\a=` is followed by. */
  token(): string | null {
    return this.#match(/\s{0,9}=?\s{0,9}(\\[a-zA-Z]+|\\?[^\s\\])/y)?.[1] ?? null;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match !== null) this.at = pattern.lastIndex;
    return match;
  }
}

type Reader = (reader: ArgumentReader) => Macro | null;

function newCommand(reader: ArgumentReader): Macro | null {
  const name = reader.name();
  const count = reader.option();
  const optional = count === null ? null : reader.option();
  const body = name === null ? null : reader.group();
  if (name === null || body === null) return null;
  const parameters = /^\s*[0-9]\s*$/.test(count ?? '0') ? Number(count ?? '0') : 0;
  return { name, parameters, body, operator: false, ...(optional !== null && { optional }) };
}

function define(reader: ArgumentReader): Macro | null {
  const name = reader.name();
  const parameters = reader.parameters();
  const body = name === null ? null : reader.group();
  return name === null || body === null ? null : { name, parameters, body, operator: false };
}

function letBe(reader: ArgumentReader): Macro | null {
  const name = reader.name();
  const body = name === null ? null : reader.token();
  return name === null || body === null ? null : { name, parameters: 0, body, operator: false };
}

function mathOperator(reader: ArgumentReader): Macro | null {
  const name = reader.name();
  const body = name === null ? null : reader.group();
  return name === null || body === null ? null : { name, parameters: 0, body, operator: true };
}

/** `\norm` of `\DeclarePairedDelimiter\norm{\lVert}{\rVert}` is a command of one parameter. */
function pairedDelimiter(reader: ArgumentReader): Macro | null {
  const name = reader.name();
  const left = name === null ? null : reader.group();
  const right = left === null ? null : reader.group();
  if (name === null || left === null || right === null) return null;
  const body = `\\left${left} #1 \\right${right}`;
  return { name, parameters: 1, body, operator: false };
}

/** `\NewDocumentCommand\x{m m}{...}`: mandatory parameters only. */
function documentCommand(reader: ArgumentReader): Macro | null {
  const name = reader.name();
  const signature = name === null ? null : reader.group();
  const body = signature === null ? null : reader.group();
  if (name === null || signature === null || body === null) return null;
  const letters = signature.replace(/\s/g, '');
  if (!/^m{0,9}$/.test(letters)) return null;
  return { name, parameters: letters.length, body, operator: false };
}

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['newcommand', newCommand],
  ['renewcommand', newCommand],
  ['providecommand', newCommand],
  ['def', define],
  ['gdef', define],
  ['edef', define],
  ['xdef', define],
  ['let', letBe],
  ['DeclareMathOperator', mathOperator],
  ['DeclarePairedDelimiter', pairedDelimiter],
  ['NewDocumentCommand', documentCommand],
  ['RenewDocumentCommand', documentCommand],
  ['ProvideDocumentCommand', documentCommand],
  ['DeclareDocumentCommand', documentCommand],
]);
