/** Which part of the plane is on the screen. */
export interface Viewport {
  /** In the middle of the canvas. */
  readonly x: number;
  readonly y: number;
  /** Pixels per unit, the same both ways: distances mean the same in every direction. */
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels left free around the points. */
const MARGIN = 24;

/** All points, x and y of each together; what is no number is not looked at. */
export function fitted(points: Float32Array, { width, height }: Size): Viewport {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < points.length; at += 2) {
    const [x = NaN, y = NaN] = [points[at], points[at + 1]];
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    left = Math.min(left, x);
    right = Math.max(right, x);
    low = Math.min(low, y);
    high = Math.max(high, y);
  }
  if (left > right) return { x: 0, y: 0, scale: 1 };
  const across = Math.max(width - 2 * MARGIN, 1) / Math.max(right - left, 1e-9);
  const up = Math.max(height - 2 * MARGIN, 1) / Math.max(high - low, 1e-9);
  return { x: (left + right) / 2, y: (low + high) / 2, scale: Math.min(across, up) };
}

/** Every point's place on the canvas, x and y in turn. */
export function onScreen(
  points: Float32Array,
  { x, y, scale }: Viewport,
  { width, height }: Size,
): Float32Array {
  const places = new Float32Array(points.length);
  for (let at = 0; at < points.length; at += 2) {
    places[at] = width / 2 + ((points[at] ?? NaN) - x) * scale;
    places[at + 1] = height / 2 - ((points[at + 1] ?? NaN) - y) * scale;
  }
  return places;
}

/** What is under the pointer stays under it. */
export function zoomed(
  view: Viewport,
  factor: number,
  at: readonly [number, number],
  { width, height }: Size,
): Viewport {
  const scale = view.scale * factor;
  const [right, down] = [at[0] - width / 2, at[1] - height / 2];
  const gap = 1 / view.scale - 1 / scale;
  return { x: view.x + right * gap, y: view.y - down * gap, scale };
}

/** Moves what is seen by so many pixels. */
export function moved({ x, y, scale }: Viewport, right: number, down: number): Viewport {
  return { x: x - right / scale, y: y + down / scale, scale };
}

/** The place nearest to the pointer within a reach; -1 for none. `places` as `onScreen` gives them. */
export function placeAt(
  places: Float32Array,
  at: readonly [number, number],
  reach: number,
  isShown: (point: number) => boolean,
): number {
  let found = -1;
  let least = reach * reach;
  for (let point = 0; 2 * point < places.length; point++) {
    const [right, down] = [
      (places[2 * point] ?? NaN) - at[0],
      (places[2 * point + 1] ?? NaN) - at[1],
    ];
    const square = right * right + down * down;
    if (square <= least && isShown(point)) [found, least] = [point, square];
  }
  return found;
}

/** The points within a line that closes on itself, however it winds: those that an odd number of its sides pass. */
export function pointsWithin(
  places: Float32Array,
  line: readonly (readonly [number, number])[],
): readonly number[] {
  const within: number[] = [];
  for (let point = 0; 2 * point < places.length; point++) {
    const [x, y] = [places[2 * point] ?? NaN, places[2 * point + 1] ?? NaN];
    const passed = line.filter(([x1, y1], at) => {
      const [x2, y2] = line[(at + 1) % line.length] ?? [0, 0];
      return y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1);
    });
    if (passed.length % 2 === 1) within.push(point);
  }
  return within;
}
