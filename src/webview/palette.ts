/**
 * Eight colours that people with any kind of colour vision tell apart (Okabe and Ito, 2008), black
 * left out, which a dark theme would swallow.
 */
export const CATEGORIES: readonly string[] = [
  '#0072B2',
  '#E69F00',
  '#009E73',
  '#CC79A7',
  '#56B4E9',
  '#D55E00',
  '#F0E442',
  '#999999',
];

/** Red, green and blue in [0, 255] for a share of [0, 1]. */
export type ColourScale = (share: number) => readonly [number, number, number];

/** Nine steps of Matplotlib's viridis (van der Walt and Smith, 2015; in the public domain). */
const VIRIDIS: readonly (readonly [number, number, number])[] = [
  [68, 1, 84],
  [71, 45, 123],
  [59, 82, 139],
  [44, 114, 142],
  [33, 145, 140],
  [40, 174, 128],
  [94, 201, 98],
  [173, 220, 48],
  [253, 231, 37],
];

/** From dark to light without a jump, so that more is lighter also in grey. */
export const viridis: ColourScale = (share) => {
  const place = Math.min(Math.max(Number.isFinite(share) ? share : 0, 0), 1) * (VIRIDIS.length - 1);
  const step = Math.min(Math.floor(place), VIRIDIS.length - 2);
  const [low, high] = [VIRIDIS[step] ?? [0, 0, 0], VIRIDIS[step + 1] ?? [0, 0, 0]];
  const between = (at: 0 | 1 | 2): number =>
    Math.round(low[at] + (place - step) * (high[at] - low[at]));
  return [between(0), between(1), between(2)];
};

export function cssColour([red, green, blue]: readonly [number, number, number]): string {
  return `rgb(${red} ${green} ${blue})`;
}
