import { describe, expect, it } from 'vitest';
import { moved, selected, type Cursor } from '../../../../src/webview/data/table/cursor.js';

const extent = { first: -1, columns: 5, rows: 100, page: 10 };

function at(x: number, y: number): Cursor {
  return { anchor: { x, y }, focus: { x, y } };
}

function press(
  cursor: Cursor,
  key: string,
  held: { ctrl?: boolean; shift?: boolean } = {},
): Cursor {
  const { ctrl = false, shift = false } = held;
  return moved(cursor, { key, ctrl, shift }, extent) ?? cursor;
}

describe('the cursor of the grid', () => {
  it('goes from cell to cell and stops at the edges', () => {
    expect(press(at(1, 1), 'ArrowRight').focus).toEqual({ x: 2, y: 1 });
    expect(press(at(4, 1), 'ArrowRight').focus).toEqual({ x: 4, y: 1 });
    expect(press(at(0, 99), 'PageDown').focus).toEqual({ x: 0, y: 99 });
  });

  it('reaches the header above and the column that stays at the left', () => {
    expect(press(at(0, 0), 'ArrowUp').focus).toEqual({ x: 0, y: -1 });
    expect(press(at(0, 0), 'ArrowLeft').focus).toEqual({ x: -1, y: 0 });
    expect(press(at(3, 50), 'Home').focus).toEqual({ x: -1, y: 50 });
  });

  it('jumps to the corners', () => {
    expect(press(at(3, 50), 'End', { ctrl: true }).focus).toEqual({ x: 4, y: 99 });
    expect(press(at(3, 50), 'Home', { ctrl: true }).focus).toEqual({ x: -1, y: 0 });
  });

  it('selects from where it began while Shift is held', () => {
    const grown = press(press(at(1, 1), 'ArrowDown', { shift: true }), 'ArrowRight', {
      shift: true,
    });
    expect(selected(grown)).toEqual({ x0: 1, x1: 3, y0: 1, y1: 3 });
    expect(selected(press(grown, 'ArrowLeft'))).toEqual({ x0: 1, x1: 2, y0: 2, y1: 3 });
  });

  it('leaves other keys alone', () => {
    expect(moved(at(1, 1), { key: 'Tab', ctrl: false, shift: false }, extent)).toBeUndefined();
    expect(
      moved(at(1, 1), { key: 'constructor', ctrl: false, shift: false }, extent),
    ).toBeUndefined();
  });
});
