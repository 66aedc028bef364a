import { describe, expect, it } from 'vitest';
import { dressOf } from '../../../../../src/webview/data/projection/colours.js';
import { csvOf, svgOf, type Picture } from '../../../../../src/webview/data/projection/picture.js';

const names = ['<b>', 'y', 'z', 'u', 'v', 'w', 'q', 'rare', 'rarer'];
const of = Int32Array.from([0, 0, 1, 2, 3, 4, 5, 6, 7, 8, -1]);
const dress = dressOf({ kind: 'classes', names, of }, of.length);

describe('the dress of points', () => {
  it('gives seven classes a colour each, and one to all the rest', () => {
    expect(new Set(dress.of.slice(0, 8)).size).toBe(7);
    expect(dress.of[8]).toBe(dress.of[9]);
    expect(dress.legend.map(({ kind, count }) => `${kind} ${count}`)).toEqual([
      'class 2',
      ...new Array<string>(6).fill('class 1'),
      'others 2',
      'none 1',
    ]);
  });

  it('orders numbers from dark to light, whatever the outermost are', () => {
    const values = Float32Array.from({ length: 500 }, (_, at) => (at === 499 ? 1e9 : at));
    const { of: steps } = dressOf({ kind: 'numbers', values }, 500);
    expect(steps[0]).toBe(0);
    expect(steps[250]).toBeGreaterThan(6);
    expect(steps[250]).toBeLessThan(10);
    expect(steps[499]).toBe(15);
  });
});

const picture: Picture = {
  points: Float32Array.from({ length: 22 }, (_, at) => at),
  own: 10,
  dress,
  classOf: (point) => names[of[point] ?? -1] ?? '',
};

describe('a picture in a file', () => {
  it('is a drawing in which names are text', () => {
    const svg = svgOf(
      picture,
      dress.legend.map(({ name }) => name),
    );
    expect(svg).not.toContain('<b>');
    expect(svg).toContain('&#60;b&#62;');
    expect(svg.match(/<circle [^>]*r="2.5"/g)).toHaveLength(10);
    expect(svg.match(/<path /g)).toHaveLength(1);
  });

  it('is a table in which rows count from 1 in each file', () => {
    const lines = csvOf(picture).trim().split('\n');
    expect(lines[0]).toBe('row,file,x,y,class');
    expect(lines[1]).toBe('1,own,0,1,<b>');
    expect(lines.at(-1)).toBe('1,partner,20,21,');
    expect(lines).toHaveLength(12);
  });
});
