/** Words for true and false that go together, in lower case. */
const PAIRS: readonly (readonly [yes: string, no: string])[] = [
  ['true', 'false'],
  ['verdadero', 'falso'],
  ['sí', 'no'],
  ['si', 'no'],
  ['yes', 'no'],
  ['y', 'n'],
  ['t', 'f'],
  ['s', 'n'],
  ['v', 'f'],
];

/** Of these pairs one word alone says enough: `NO` alone may be Norway. */
const TELLING = 2;

/** The pair that all these spellings belong to, as `[those for true, those for false]`; undefined where there is none. */
export function truthOf(
  spellings: ReadonlySet<string>,
): readonly [readonly string[], readonly string[]] | undefined {
  if (spellings.size === 0 || spellings.size > MOST_SPELLINGS) return undefined;
  const all = [...spellings];
  for (const [at, [yes, no]] of PAIRS.entries()) {
    const isYes = (word: string): boolean => folded(word) === yes;
    const isNo = (word: string): boolean => folded(word) === no;
    if (!all.every((word) => isYes(word) || isNo(word))) continue;
    const found = [all.filter(isYes), all.filter(isNo)] as const;
    if (at < TELLING || found.every((words) => words.length > 0)) return found;
  }
  return undefined;
}

/** Each word in lower case, in capitals and with a capital, and some to spare. */
const MOST_SPELLINGS = 8;

function folded(word: string): string {
  return word.toLowerCase();
}
