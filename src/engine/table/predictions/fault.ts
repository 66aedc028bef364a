/** One kind of thing that is wrong with a file of predictions, and every place where it is. */
export interface Fault {
  readonly code: FaultCode;
  readonly severity: 'error' | 'warning' | 'info';
  readonly args: Readonly<Record<string, string | number>>;
  /** How often; `spots` holds the first `MAX_SPOTS`. */
  readonly count: number;
  /** In the order of the file; never empty: what is about the whole file is said of its first line. */
  readonly spots: readonly Spot[];
}

/** A piece of one line of the file. */
export interface Spot {
  /** From 1, as an editor counts. */
  readonly line: number;
  /** In UTF-16 units from the line's beginning; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** What is written there; absent for a whole line. */
  readonly text?: string;
  /** What should be. */
  readonly expected?: string;
}

const MAX_SPOTS = 100;

export type FaultCode =
  | 'file.empty'
  /** A spreadsheet or another file that is no text. */
  | 'file.binary'
  | 'file.large'
  | 'file.encoding'
  | 'file.mark'
  | 'file.delimiter'
  | 'file.name'
  | 'header.missing'
  | 'header.name'
  | 'column.missing'
  /** The row numbers that pandas writes unless it is told `index=False`. */
  | 'column.index'
  | 'column.extra'
  | 'column.order'
  | 'row.cells'
  | 'row.count'
  | 'id.empty'
  /** The same number written otherwise: `12.0`, `0012`. */
  | 'id.form'
  | 'id.unknown'
  | 'id.duplicate'
  | 'id.missing'
  | 'id.order'
  | 'label.empty'
  /** A class in other letters, with spaces or without an accent. */
  | 'label.spelling'
  /** The number of a class instead of its name. */
  | 'label.number'
  /** Probabilities instead of a class. */
  | 'label.probability'
  | 'label.unknown'
  /** One class for all rows. */
  | 'label.constant';

const WHOLE_FILE: Spot = { line: 1, start: 0, end: 0 };

/** A fault at the places; of the whole file where none are given. */
export function fault(
  code: FaultCode,
  severity: Fault['severity'],
  args: Fault['args'],
  spots: readonly Spot[] = [WHOLE_FILE],
): Fault {
  return { code, severity, args, count: spots.length, spots: spots.slice(0, MAX_SPOTS) };
}

/** Gathers the places of each kind of fault, in the order of the file. */
export class Spots {
  readonly #found = new Map<FaultCode, { count: number; readonly spots: Spot[] }>();

  note(code: FaultCode, spot: Spot): void {
    const found = this.#found.get(code) ?? { count: 0, spots: [] };
    this.#found.set(code, found);
    found.count += 1;
    if (found.spots.length < MAX_SPOTS) found.spots.push(spot);
  }

  /** One error for each kind; `argsOf` says what is told of its first place. */
  errors(argsOf: (first: Spot) => Fault['args']): readonly Fault[] {
    return [...this.#found].map(([code, { count, spots }]) => {
      return { code, severity: 'error', args: argsOf(spots[0] ?? WHOLE_FILE), count, spots };
    });
  }
}
