import type { Colouring } from '../../../shared/projectionViewProtocol.js';
import { CATEGORIES, cssColour, viridis } from '../../palette.js';

/** What each point looks like. */
export interface Dress {
  readonly colours: readonly string[];
  /** A place in `colours` for each point. */
  readonly of: Uint8Array;
  /** What a colour stands for; classes beyond the palette share the last one but one. */
  readonly legend: readonly LegendEntry[];
  /** Whether colours are classes, which get shapes too. */
  readonly classes: boolean;
}

export interface LegendEntry {
  readonly kind: 'class' | 'others' | 'none' | 'number';
  readonly name: string;
  readonly count: number;
}

const STEPS = 16;
const PLAIN = '#0072B2';
const GREY = '#8c8c8c';

/** Seven classes get a colour of their own, the rest is grey; numbers go from dark to light. */
export function dressOf(colouring: Colouring | undefined, count: number): Dress {
  if (colouring === undefined) {
    return { colours: [PLAIN], of: new Uint8Array(count), legend: [], classes: false };
  }
  return colouring.kind === 'classes' ? byClass(colouring) : byNumber(colouring.values);
}

function byClass({ names, of }: Extract<Colouring, { kind: 'classes' }>): Dress {
  const own = CATEGORIES.slice(0, CATEGORIES.length - 1);
  const others = own.length;
  const none = own.length + 1;
  const places = Uint8Array.from(of, (place) => (place < 0 ? none : Math.min(place, others)));
  const counts = new Array<number>(none + 1).fill(0);
  for (const place of places) counts[place] = (counts[place] ?? 0) + 1;
  const legend = counts.map((count, place): LegendEntry => {
    if (place === none) return { kind: 'none', name: '', count };
    if (place === others) return { kind: 'others', name: '', count };
    return { kind: 'class', name: names[place] ?? '', count };
  });
  return { colours: [...own, GREY, GREY], of: places, legend, classes: true };
}

function byNumber(values: Float32Array): Dress {
  const finite = values.filter(Number.isFinite).sort();
  // The outermost hundredth at either end would take most of the scale for itself.
  const low = finite[Math.floor(finite.length * 0.01)] ?? 0;
  const high = finite[Math.ceil(finite.length * 0.99) - 1] ?? 1;
  const of = Uint8Array.from(values, (value) => {
    if (!Number.isFinite(value)) return STEPS;
    const share = (value - low) / (high - low || 1);
    return Math.min(STEPS - 1, Math.max(0, Math.floor(share * STEPS)));
  });
  const colours = Array.from({ length: STEPS }, (_, step) =>
    cssColour(viridis((step + 0.5) / STEPS)),
  );
  const missing = values.length - finite.length;
  const legend: readonly LegendEntry[] = [
    { kind: 'number', name: String(Number(low.toPrecision(4))), count: 0 },
    { kind: 'number', name: String(Number(high.toPrecision(4))), count: 0 },
    { kind: 'none', name: '', count: missing },
  ];
  return { colours: [...colours, GREY], of, legend, classes: false };
}
