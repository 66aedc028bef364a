import type { ColumnProfile } from '../../../shared/dataProtocol.js';
import { make } from '../../ui.js';
import { themeColour } from '../theme.js';

const WIDTH = 110;
const HEIGHT = 28;

/** The shape of a column's values. Its numbers are in the column's details, for those who do not see it. */
export function sparkline(profile: ColumnProfile): HTMLCanvasElement {
  const canvas = make('canvas', 'sparkline');
  const ratio = window.devicePixelRatio;
  canvas.width = Math.round(WIDTH * ratio);
  canvas.height = Math.round(HEIGHT * ratio);
  canvas.setAttribute('aria-hidden', 'true');
  const context = canvas.getContext('2d');
  if (context === null) return canvas;
  context.scale(ratio, ratio);
  context.fillStyle = themeColour('charts-blue') || themeColour('foreground');
  const counts = profile.numeric?.histogram.counts ?? (profile.top ?? []).map(({ count }) => count);
  const most = Math.max(1, ...counts);
  // Bins touch each other, values do not: one is a measure, the other a list.
  const gap = profile.numeric === undefined ? 3 : 0.5;
  const width = Math.min(WIDTH / Math.max(1, counts.length), 24);
  counts.forEach((count, index) => {
    const height = count === 0 ? 0 : Math.max(1, (count / most) * (HEIGHT - 2));
    context.fillRect(index * width, HEIGHT - height, Math.max(1, width - gap), height);
  });
  return canvas;
}
