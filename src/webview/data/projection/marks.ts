import type { PlotArea } from '../../plot.js';
import type { Dress } from './colours.js';

export interface Marks {
  /** Places on the canvas, x and y in turn. */
  readonly places: Float32Array;
  readonly dress: Dress;
  /** Points from here on are of the partner and get crosses. */
  readonly own: number;
  readonly hidden: ReadonlySet<number>;
  readonly selected: ReadonlySet<number>;
}

/** More points than this get squares for marks: shapes could not be told apart, and take long. */
const MAX_SHAPES = 5_000;

/** One colour after the other, since changing it takes longer than a mark. */
export function drawMarks({ context, width, height, colours }: PlotArea, marks: Marks): void {
  const { places, dress, own, hidden, selected } = marks;
  const count = places.length / 2;
  const size = sizeOf(count);
  const shaped = count <= MAX_SHAPES;
  const order = byColour(dress.of, dress.colours.length);
  context.globalAlpha = selected.size > 0 ? 0.25 : shaped ? 0.85 : 0.7;
  order.forEach((points, colour) => {
    if (hidden.has(colour)) return;
    context.fillStyle = dress.colours[colour] ?? '';
    for (const point of points) {
      const [x, y] = [places[2 * point] ?? -9, places[2 * point + 1] ?? -9];
      if (x < -9 || y < -9 || x > width + 9 || y > height + 9) continue;
      if (point >= own) cross(context, x, y, size);
      else if (shaped) shape(context, x, y, size, dress.classes ? colour % SHAPES : 0);
      else context.fillRect(x - size / 2, y - size / 2, size, size);
    }
  });
  context.globalAlpha = 1;
  context.strokeStyle = colours.text;
  for (const point of selected) {
    const colour = dress.of[point] ?? 0;
    if (hidden.has(colour)) continue;
    const [x, y] = [places[2 * point] ?? -9, places[2 * point + 1] ?? -9];
    context.fillStyle = dress.colours[colour] ?? '';
    if (point >= own) cross(context, x, y, size + 1);
    else shape(context, x, y, size + 1, 0);
    if (shaped) context.strokeRect(x - size / 2 - 1.5, y - size / 2 - 1.5, size + 3, size + 3);
  }
}

function sizeOf(count: number): number {
  if (count <= 1_000) return 7;
  if (count <= MAX_SHAPES) return 5;
  return count <= 30_000 ? 3 : 2;
}

/** How many shapes there are; with eight colours every class differs from its neighbours in both. */
const SHAPES = 4;

function shape(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  size: number,
  kind: number,
): void {
  const half = size / 2;
  if (kind === 1) {
    context.fillRect(x - half, y - half, size, size);
    return;
  }
  context.beginPath();
  if (kind === 0) context.arc(x, y, half, 0, 2 * Math.PI);
  else if (kind === 2)
    path(context, [
      [x, y - half],
      [x + half, y + half],
      [x - half, y + half],
    ]);
  else
    path(context, [
      [x, y - half - 1],
      [x + half + 1, y],
      [x, y + half + 1],
      [x - half - 1, y],
    ]);
  context.fill();
}

function path(
  context: CanvasRenderingContext2D,
  corners: readonly (readonly [number, number])[],
): void {
  for (const [x, y] of corners) context.lineTo(x, y);
}

function cross(context: CanvasRenderingContext2D, x: number, y: number, size: number): void {
  context.fillRect(x - size / 2 - 0.5, y - 0.6, size + 1, 1.2);
  context.fillRect(x - 0.6, y - size / 2 - 0.5, 1.2, size + 1);
}

/** The points of each colour. */
function byColour(of: Uint8Array, colours: number): readonly (readonly number[])[] {
  const order = Array.from({ length: colours }, (): number[] => []);
  of.forEach((colour, point) => order[colour]?.push(point));
  return order;
}
