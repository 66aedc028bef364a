import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomFrom } from '../../../../src/engine/random.js';
import type {
  Components,
  EmbeddingMethod,
  Frame,
} from '../../../../src/shared/projectionProtocol.js';
import {
  startProjectionThread,
  type ProjectionThread,
} from '../../../../src/worker/projection/thread.js';

/** A script of ours that the type check reads with other settings than the tests'. */
const { scranBeside } = (await import(
  /* @vite-ignore */ pathToFileURL(path.resolve('scripts/bundles.mjs')).href
)) as { readonly scranBeside: Plugin };

const folder = mkdtempSync(path.join(tmpdir(), 'tarea-projection-'));
let thread: ProjectionThread;

beforeAll(async () => {
  const outfile = path.join(folder, 'projection.mjs');
  await build({
    entryPoints: ['src/worker/projection/entry.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    plugins: [scranBeside],
  });
  thread = startProjectionThread(outfile);
});

afterAll(() => {
  thread.end();
  rmSync(folder, { recursive: true, force: true });
});

const rows = 240;
const groups = 3;
const labels = Int32Array.from({ length: rows }, (_, row) => row % groups);
const names = ['a', 'b', 'c', 'd', 'same', 'gaps'];

/** Three groups far apart in four columns, one constant column, one with gaps. */
function table(): Float64Array {
  const random = randomFrom(9);
  const values = new Float64Array(rows * names.length);
  names.forEach((name, column) => {
    for (let row = 0; row < rows; row++) {
      const group = row % groups;
      const value = name === 'same' ? 7 : random.normal() + (column === group ? 12 : 0);
      values[column * rows + row] = name === 'gaps' && row % 10 === 0 ? NaN : value;
    }
  });
  return values;
}

async function prepare(): Promise<Components> {
  const { request } = thread.endpoint;
  await request('begin', { rows, columns: names }).result;
  const values = table();
  const half = 3 * rows;
  await request('add', { first: 0, from: 0, rows, values: values.slice(0, half) }).result;
  await request('add', { first: 3, from: 0, rows, values: values.slice(half) }).result;
  const components = await request('components', { keep: 50 }).result;
  if (!components.ok) throw new Error(components.problem.code);
  return components;
}

async function embed(method: EmbeddingMethod, onProgress?: (frame: Frame) => void) {
  const options = { timeout: 60_000, ...(onProgress && { onProgress }) };
  const reply = await thread.endpoint.request('embed', { method }, options).result;
  if (!reply.ok) throw new Error(reply.problem.code);
  return reply;
}

const tsne = { kind: 'tsne', perplexity: 20, iterations: 300, seed: 1 } as const;
const umap = { kind: 'umap', neighbours: 15, minDistance: 0.1, epochs: 150, seed: 1 } as const;

describe('the projection thread', { timeout: 120_000 }, () => {
  it('says what it dropped and what it filled', async () => {
    const { dropped, imputed, columns, explained } = await prepare();
    expect(dropped).toEqual([{ column: 'same', reason: 'constant' }]);
    expect(imputed).toEqual([{ column: 'gaps', count: 24 }]);
    expect(columns).toEqual(['a', 'b', 'c', 'd', 'gaps']);
    expect(explained.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
  });

  it.each([tsne, umap])('keeps groups apart that lie apart: $kind', async (method) => {
    await prepare();
    const frames: Frame[] = [];
    const { points } = await embed(method, (frame) => frames.push(frame));
    expect(points.length).toBe(2 * rows);
    expect(frames.at(0)?.stage).toBe('neighbours');
    expect(frames.at(-1)).toMatchObject({ stage: 'embedding', points });
    const quality = await thread.endpoint.request('quality', { points, labels }).result;
    if (!quality.ok) throw new Error(quality.problem.code);
    expect(quality.vote?.accuracy).toBeGreaterThan(0.98);
    expect(quality.trustworthiness).toBeGreaterThan(0.8);
    expect(quality).toMatchObject({ points: rows, sampled: false });
  });

  it.each([tsne, umap])('gives the same picture for the same seed alone: $kind', async (method) => {
    await prepare();
    const first = await embed(method);
    expect((await embed(method)).points).toEqual(first.points);
    expect((await embed({ ...method, seed: 2 })).points).not.toEqual(first.points);
  });

  it('stops when it is told to, and goes on to the next picture', async () => {
    await prepare();
    const long = { ...tsne, iterations: 5_000 };
    let steps = 0;
    const asked = thread.endpoint.request(
      'embed',
      { method: long },
      {
        timeout: 60_000,
        onProgress: ({ step }) => {
          steps = step;
          if (step > 0) asked.cancel();
        },
      },
    );
    await expect(asked.result).rejects.toMatchObject({ code: 'cancelled' });
    expect(steps).toBeLessThan(5_000);
    expect((await embed(tsne)).points.length).toBe(2 * rows);
  });

  it('makes do with less where the points are few, and says so', async () => {
    await prepare();
    const { method } = await embed({ ...tsne, perplexity: 500, iterations: 50 });
    expect(method).toMatchObject({ perplexity: (rows - 1) / 3 });
  });

  it('has a reason when there is nothing to project', async () => {
    const { request } = thread.endpoint;
    await request('begin', { rows: 2, columns: ['a', 'b'] }).result;
    expect(await request('components', { keep: 2 }).result).toMatchObject({
      problem: { code: 'projection.fewRows' },
    });
    await request('begin', { rows: 20, columns: ['a', 'b'] }).result;
    expect(await request('components', { keep: 2 }).result).toMatchObject({
      problem: { code: 'projection.fewColumns' },
    });
    expect(await request('embed', { method: tsne }).result).toMatchObject({
      problem: { code: 'projection.notPrepared' },
    });
    expect(await request('begin', { rows: 1e9, columns: ['a'] }).result).toMatchObject({
      problem: { code: 'projection.tooLarge' },
    });
  });
});
