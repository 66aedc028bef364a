/** A part of a table: rows from `top` to before `bottom`, columns from `left` to before `right`. */
export interface Window {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** How far one looks ahead, and how long a step may be that is still a step. */
export interface Reach {
  readonly rows: number;
  readonly columns: number;
}

/** What comes next on the way that was gone; nothing where one stood still, or jumped: then there is no way to be seen. */
export function ahead(before: Window | undefined, now: Window, reach: Reach): Window | undefined {
  if (before === undefined) return undefined;
  const down = now.top - before.top;
  const right = now.left - before.left;
  if (down === 0 && right === 0) return undefined;
  if (Math.abs(down) >= reach.rows || Math.abs(right) >= reach.columns) return undefined;
  const rows = Math.sign(down) * reach.rows;
  const columns = Math.sign(right) * reach.columns;
  return {
    top: Math.max(0, now.top + rows),
    bottom: Math.max(0, now.bottom + rows),
    left: Math.max(0, now.left + columns),
    right: Math.max(0, now.right + columns),
  };
}
