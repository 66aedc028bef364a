/** A Python expression: what is in it was written here or quoted here, never taken from a file as it is. */
export type Python = string;

/** A string of Python that holds exactly this text, on one line. */
export function pyString(text: string): Python {
  let out = '';
  for (const character of text) out += escaped(character);
  return `'${out}'`;
}

/** A string of Python that holds this text between line breaks, on as many lines as the text has. */
export function pyText(text: string): Python {
  let written = '';
  for (const character of text.replace(/\r\n?/g, '\n')) {
    written += PLAIN_IN_TEXT.has(character) ? character : escaped(character);
  }
  return `"""\n${written.replaceAll('"""', '""\\"')}\n"""`;
}

export function pyList(items: readonly Python[]): Python {
  return `[${items.join(', ')}]`;
}

/** `('a', 'b')`; one element keeps its comma. */
export function pyTuple(items: readonly Python[]): Python {
  return `(${items.join(', ')}${items.length === 1 ? ',' : ''})`;
}

export function pyDict(entries: readonly (readonly [key: Python, value: Python])[]): Python {
  return `{${entries.map(([key, value]) => `${key}: ${value}`).join(', ')}}`;
}

/** A call, on one line where it fits and else with an argument on each. */
export function pyCall(callee: Python, args: readonly Python[]): Python {
  const line = `${callee}(${args.join(', ')})`;
  if (line.length <= WIDTH || args.length < 2) return line;
  return `${callee}(\n${args.map((arg) => `    ${arg},\n`).join('')})`;
}

/** Columns of a line of Python (PEP 8 allows up to 99). */
const WIDTH = 92;

const NAMED: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** Control and format characters, separators of lines and halves of characters, none of which can be seen. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u00a0]/u;

/** What a string on several lines holds as it is. */
const PLAIN_IN_TEXT: ReadonlySet<string> = new Set(["'", '\n']);

function escaped(character: string): string {
  const named = NAMED[character];
  if (named !== undefined) return named;
  if (!UNSEEN.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}
