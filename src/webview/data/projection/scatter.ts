import { createPlot, type Plot } from '../../plot.js';
import { dressOf, type Dress } from './colours.js';
import { drawMarks } from './marks.js';
import {
  fitted,
  moved,
  onScreen,
  placeAt,
  pointsWithin,
  zoomed,
  type Viewport,
} from './viewport.js';

export interface ScatterEvents {
  /** A point under the pointer, or -1. */
  readonly onPoint: (point: number) => void;
  readonly onOpen: (point: number) => void;
  readonly onSelect: (points: readonly number[]) => void;
}

type Spot = readonly [number, number];

/** Pixels. */
const REACH = 8;
const STEP = 40;
const ZOOM = 1.25;

/**
 * Points on a canvas of our own, whatever their number: Chart.js takes a third of a second for a hundred
 * thousand, and a second way to draw the first five thousand would be one more to keep alike.
 */
export class Scatter {
  readonly plot: Plot;
  readonly #events: ScatterEvents;
  #points: Float32Array = new Float32Array(0);
  #own = 0;
  #dress: Dress = dressOf(undefined, 0);
  #hidden: ReadonlySet<number> = new Set();
  #selected: ReadonlySet<number> = new Set();
  #places: Float32Array = new Float32Array(0);
  /** Undefined while it follows the points. */
  #view: Viewport | undefined;
  #line: Spot[] = [];
  #dragged: Spot | undefined;

  constructor(events: ScatterEvents) {
    this.#events = events;
    this.plot = createPlot('scatter', (area) => {
      this.#places = onScreen(this.#points, this.#viewNow(), area);
      drawMarks(area, {
        places: this.#places,
        dress: this.#dress,
        own: this.#own,
        hidden: this.#hidden,
        selected: this.#selected,
      });
      if (this.#line.length < 2) return;
      area.context.beginPath();
      for (const [x, y] of this.#line) area.context.lineTo(x, y);
      area.context.closePath();
      area.context.strokeStyle = area.colours.mark;
      area.context.stroke();
    });
    this.#listen(this.plot.element);
  }

  get points(): Float32Array {
    return this.#points;
  }

  get dress(): Dress {
    return this.#dress;
  }

  get own(): number {
    return this.#own;
  }

  /** Another picture; `own` is how many of its points are of this file. */
  show(points: Float32Array, own: number): void {
    this.#points = points;
    this.#own = own;
    if (this.#dress.of.length !== points.length / 2)
      this.#dress = dressOf(undefined, points.length / 2);
    this.plot.redraw();
  }

  wear(dress: Dress): void {
    this.#dress = dress;
    this.#hidden = new Set();
    this.plot.redraw();
  }

  hide(colours: ReadonlySet<number>): void {
    this.#hidden = colours;
    this.plot.redraw();
  }

  select(points: readonly number[]): void {
    this.#selected = new Set(points);
    this.plot.redraw();
  }

  /** Everything, and follows the points again. */
  reset(): void {
    this.#view = undefined;
    this.plot.redraw();
  }

  /** Selects what is in sight. */
  selectShown(): void {
    const { clientWidth: right, clientHeight: low } = this.plot.element;
    this.#choose([
      [0, 0],
      [right, 0],
      [right, low],
      [0, low],
    ]);
  }

  #viewNow(): Viewport {
    const { clientWidth: width, clientHeight: height } = this.plot.element;
    return this.#view ?? fitted(this.#points, { width, height });
  }

  #choose(line: readonly Spot[]): void {
    const found = pointsWithin(this.#places, line).filter((point) => this.#isShown(point));
    this.select(found);
    this.#events.onSelect(found);
  }

  #isShown(point: number): boolean {
    return !this.#hidden.has(this.#dress.of[point] ?? 0);
  }

  #change(view: Viewport): void {
    this.#view = view;
    this.plot.redraw();
  }

  #zoom(factor: number, at?: Spot): void {
    const { clientWidth: width, clientHeight: height } = this.plot.element;
    const size = { width, height };
    this.#change(zoomed(this.#viewNow(), factor, at ?? [width / 2, height / 2], size));
  }

  #listen(canvas: HTMLCanvasElement): void {
    canvas.tabIndex = 0;
    canvas.addEventListener('keydown', (event) => {
      this.#key(event);
    });
    canvas.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        this.#zoom(event.deltaY < 0 ? ZOOM : 1 / ZOOM, [event.offsetX, event.offsetY]);
      },
      { passive: false },
    );
    canvas.addEventListener('pointerdown', (event) => {
      canvas.setPointerCapture(event.pointerId);
      const spot: Spot = [event.offsetX, event.offsetY];
      if (event.shiftKey || event.button === 1) this.#dragged = spot;
      else this.#line = [spot];
    });
    canvas.addEventListener('pointermove', ({ offsetX, offsetY }) => {
      this.#move([offsetX, offsetY]);
    });
    canvas.addEventListener('pointerup', ({ offsetX, offsetY }) => {
      this.#drop([offsetX, offsetY]);
    });
  }

  #move(spot: Spot): void {
    if (this.#dragged !== undefined) {
      const [right, down] = [spot[0] - this.#dragged[0], spot[1] - this.#dragged[1]];
      this.#dragged = spot;
      this.#change(moved(this.#viewNow(), right, down));
    } else if (this.#line.length > 0) {
      this.#line.push(spot);
      this.plot.redraw();
    } else {
      this.#events.onPoint(this.#pointAt(spot));
    }
  }

  #drop(spot: Spot): void {
    const line = this.#line;
    const moving = this.#dragged !== undefined;
    this.#line = [];
    this.#dragged = undefined;
    if (moving) return;
    if (line.length > 3) {
      this.#choose(line);
      return;
    }
    const point = this.#pointAt(spot);
    if (point >= 0) this.#events.onOpen(point);
    this.select([]);
    this.#events.onSelect([]);
  }

  #pointAt(spot: Spot): number {
    return placeAt(this.#places, spot, REACH, (point) => this.#isShown(point));
  }

  #key(event: KeyboardEvent): void {
    const keys: Readonly<Record<string, (() => void) | undefined>> = {
      ArrowLeft: () => this.#change(moved(this.#viewNow(), STEP, 0)),
      ArrowRight: () => this.#change(moved(this.#viewNow(), -STEP, 0)),
      ArrowUp: () => this.#change(moved(this.#viewNow(), 0, STEP)),
      ArrowDown: () => this.#change(moved(this.#viewNow(), 0, -STEP)),
      '+': () => this.#zoom(ZOOM),
      '-': () => this.#zoom(1 / ZOOM),
      '0': () => this.reset(),
      Enter: () => this.selectShown(),
    };
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  }
}
