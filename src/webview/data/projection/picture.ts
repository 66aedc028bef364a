import type { Dress } from './colours.js';

/** What is saved of a picture. */
export interface Picture {
  /** x and y of each point together. */
  readonly points: Float32Array;
  readonly own: number;
  readonly dress: Dress;
  /** What each point's colour stands for; empty where colours are numbers or nothing. */
  readonly classOf: (point: number) => string;
}

const WIDTH = 800;
const HEIGHT = 600;
const MARGIN = 20;

/** A drawing for a report: it can be scaled, and its text stays text. */
export function svgOf({ points, own, dress }: Picture, names: readonly string[]): string {
  const count = points.length / 2;
  const place = placesOf(points);
  const groups = dress.colours.map((): string[] => []);
  for (let point = 0; point < count; point++) {
    const [x, y] = [place(point, 0), place(point, 1)];
    const mark =
      point >= own
        ? `<path d="M${x - 3} ${y}h6M${x} ${y - 3}v6" stroke="currentColor"/>`
        : `<circle cx="${x}" cy="${y}" r="2.5"/>`;
    groups[dress.of[point] ?? 0]?.push(mark);
  }
  const drawn = groups.map((marks, colour) =>
    marks.length === 0
      ? ''
      : `<g fill="${dress.colours[colour] ?? ''}" color="${dress.colours[colour] ?? ''}">${marks.join('')}</g>`,
  );
  const legend = names.map((name, colour) =>
    name === '' ? '' : legendLine(name, dress.colours[colour] ?? '', colour),
  );
  const height = HEIGHT + 20 * Math.ceil(names.filter(Boolean).length / 4);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="13">`,
    ...drawn,
    ...legend,
    '</svg>',
    '',
  ].join('\n');
}

/** One line per point; rows count from 1 in each of the two files. */
export function csvOf({ points, own, dress, classOf }: Picture): string {
  const lines = Array.from({ length: points.length / 2 }, (_, point) => {
    const row = point < own ? point + 1 : point - own + 1;
    const part = point < own ? 'own' : 'partner';
    const [x = NaN, y = NaN] = [points[2 * point], points[2 * point + 1]];
    const cells = [String(row), part, String(x), String(y)];
    return (dress.classes ? [...cells, quoted(classOf(point))] : cells).join(',');
  });
  const head = dress.classes ? 'row,file,x,y,class' : 'row,file,x,y';
  return [head, ...lines, ''].join('\n');
}

/** Where each point is on the sheet, to a tenth. */
function placesOf(points: Float32Array): (point: number, axis: 0 | 1) => number {
  const ends = [
    [Infinity, -Infinity],
    [Infinity, -Infinity],
  ] as const satisfies readonly (readonly [number, number])[];
  const [across, up] = ends.map(([least, most], axis) => {
    let [low, high]: [number, number] = [least, most];
    for (let at = axis; at < points.length; at += 2) {
      low = Math.min(low, points[at] ?? low);
      high = Math.max(high, points[at] ?? high);
    }
    return { low, span: Math.max(high - low, 1e-9) };
  });
  const [wide, tall] = [WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN];
  const scale = Math.min(wide / (across?.span ?? 1), tall / (up?.span ?? 1));
  return (point, axis) => {
    const value = points[2 * point + axis] ?? 0;
    const place = MARGIN + (value - ((axis === 0 ? across : up)?.low ?? 0)) * scale;
    return Math.round((axis === 0 ? place : HEIGHT - place) * 10) / 10;
  };
}

function legendLine(name: string, colour: string, place: number): string {
  const [x, y] = [MARGIN + (place % 4) * 190, HEIGHT + 12 + 20 * Math.floor(place / 4)];
  return `<circle cx="${x}" cy="${y - 4}" r="4" fill="${colour}"/><text x="${x + 10}" y="${y}">${escaped(name)}</text>`;
}

function escaped(text: string): string {
  return text.replace(/[<>&"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
