/** A column's name before it is made unique, with the lines of the header that it comes from. */
export interface HeaderCell {
  readonly path: readonly string[];
}

/** Names as pandas gives them (`read_csv`): `Unnamed: 3` for none, `a.1` for the second `a`. */
export function uniqueNames(cells: readonly HeaderCell[]): readonly string[] {
  const wanted = cells.map(({ path }, at) => joined(path) || `Unnamed: ${String(at)}`);
  const taken = new Set(wanted);
  const counts = new Map<string, number>();
  return wanted.map((name) => {
    let count = counts.get(name) ?? 0;
    if (count === 0) {
      counts.set(name, 1);
      return name;
    }
    let unique = `${name}.${String(count)}`;
    while (taken.has(unique)) unique = `${name}.${String(++count)}`;
    counts.set(name, count + 1);
    taken.add(unique);
    return unique;
  });
}

/** The names of columns without a header: `c0`, `c1`, ... */
export function numberedNames(width: number): readonly string[] {
  return Array.from({ length: width }, (_, at) => `c${String(at)}`);
}

function joined(path: readonly string[]): string {
  return path.filter((part) => part !== '').join('.');
}
