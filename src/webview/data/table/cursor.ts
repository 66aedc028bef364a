/** A cell by its column among those shown and its row; row -1 is the header, column -1 the one that stays at the left. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The cell at work, and where the selection that reaches to it began. */
export interface Cursor {
  readonly anchor: Spot;
  readonly focus: Spot;
}

export interface Extent {
  /** -1 where a column stays at the left, else 0. */
  readonly first: number;
  readonly columns: number;
  readonly rows: number;
  /** Rows on the screen: how far a page goes. */
  readonly page: number;
}

export interface Keys {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
}

/** Where the keys of the ARIA grid pattern lead; undefined for any other key. */
export function moved(cursor: Cursor, keys: Keys, extent: Extent): Cursor | undefined {
  const step = Object.hasOwn(STEPS, keys.key) ? STEPS[keys.key] : undefined;
  if (step === undefined) return undefined;
  const focus = within(step(cursor.focus, keys.ctrl, extent), extent);
  if (!keys.shift || focus.y < 0) return { anchor: focus, focus };
  return { anchor: within({ ...cursor.anchor, y: Math.max(0, cursor.anchor.y) }, extent), focus };
}

/** The selected cells: from the first to before the last. */
export function selected({ anchor, focus }: Cursor): {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
} {
  return {
    x0: Math.min(anchor.x, focus.x),
    x1: Math.max(anchor.x, focus.x) + 1,
    y0: Math.min(anchor.y, focus.y),
    y1: Math.max(anchor.y, focus.y) + 1,
  };
}

/** The nearest spot that there is. */
export function within({ x, y }: Spot, { first, columns, rows }: Extent): Spot {
  return {
    x: Math.max(first, Math.min(columns - 1, x)),
    y: Math.max(-1, Math.min(rows - 1, y)),
  };
}

type Step = (spot: Spot, ctrl: boolean, extent: Extent) => Spot;

const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: ({ x, y }, ctrl) => ({ x, y: ctrl ? 0 : y - 1 }),
  ArrowDown: ({ x, y }, ctrl, { rows }) => ({ x, y: ctrl ? rows - 1 : y + 1 }),
  ArrowLeft: ({ x, y }, ctrl) => ({ x: ctrl ? -1 : x - 1, y }),
  ArrowRight: ({ x, y }, ctrl, { columns }) => ({ x: ctrl ? columns - 1 : x + 1, y }),
  PageUp: ({ x, y }, _ctrl, { page }) => ({ x, y: Math.max(0, y - page) }),
  PageDown: ({ x, y }, _ctrl, { page }) => ({ x, y: y + page }),
  Home: ({ y }, ctrl) => ({ x: -1, y: ctrl ? 0 : y }),
  End: ({ y }, ctrl, { columns, rows }) => ({ x: columns - 1, y: ctrl ? rows - 1 : y }),
};
