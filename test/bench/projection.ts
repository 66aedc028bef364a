import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomFrom } from '../../src/engine/random.js';
import type { EmbeddingMethod } from '../../src/shared/projectionProtocol.js';
import {
  startProjectionThread,
  type ProjectionThread,
} from '../../src/worker/projection/thread.js';
import { besidePython } from './python.js';
import type { Question } from './score.js';

const COLUMNS = 518;
const CLASSES = 8;

/** Times PCA, t-SNE and UMAP on the bundled thread beside scikit-learn, on the same numbers, one after the other. */
export async function timeProjections({ root, numbers }: Question): Promise<string> {
  const script = join(root, 'dist', 'projection.mjs');
  if (!existsSync(script)) return 'Run `npm run build` first.';
  const rows = numbers.get('rows') ?? 10_000;
  const values = table(rows);
  const folder = await mkdtemp(join(tmpdir(), 'tarea-projection-'));
  const thread = startProjectionThread(script);
  try {
    const file = join(folder, 'table.f8');
    await writeFile(file, values);
    const lines = [
      `${rows} rows × ${COLUMNS} columns`,
      ...(await measure(thread, values, rows, file)),
    ];
    return lines.join('\n');
  } finally {
    thread.end();
    await rm(folder, { recursive: true });
  }
}

async function measure(
  thread: ProjectionThread,
  values: Float64Array,
  rows: number,
  file: string,
): Promise<readonly string[]> {
  const lines: string[] = [];
  const asked = [file, String(rows), String(COLUMNS)];
  for (let round = 0; round < 2; round++) {
    const [ours, theirs] = [await components(thread, values, rows), besidePython(PCA, asked)];
    lines.push(`PCA-50        ours ${seconds(ours)}  scikit-learn ${theirs ?? 'absent'} s`);
  }
  const tsne = { kind: 'tsne', perplexity: 30, iterations: 1000, seed: 1 } as const;
  lines.push(`t-SNE         ours ${await embed(thread, tsne)}`);
  lines.push(`              scikit-learn ${besidePython(TSNE, asked) ?? 'absent'}`);
  const umap = { kind: 'umap', neighbours: 15, minDistance: 0.1, epochs: 300, seed: 1 } as const;
  lines.push(`UMAP          ours ${await embed(thread, umap)}`);
  lines.push(`              umap-learn ${besidePython(UMAP, asked) ?? 'absent'}`);
  return lines;
}

async function components(thread: ProjectionThread, values: Float64Array, rows: number) {
  const columns = Array.from({ length: COLUMNS }, (_, at) => `c${at}`);
  await thread.endpoint.request('begin', { rows, columns }).result;
  await thread.endpoint.request('add', { first: 0, from: 0, rows, values }).result;
  const start = performance.now();
  await thread.endpoint.request('components', { keep: 50 }, { timeout: PATIENCE }).result;
  return performance.now() - start;
}

async function embed(thread: ProjectionThread, method: EmbeddingMethod): Promise<string> {
  const start = performance.now();
  let first = 0;
  const onProgress = ({ step }: { readonly step: number }): void => {
    if (first === 0 && step > 0) first = performance.now() - start;
  };
  const options = { timeout: PATIENCE, onProgress };
  const reply = await thread.endpoint.request('embed', { method }, options).result;
  const took = performance.now() - start;
  if (!reply.ok) return reply.problem.code;
  const { points } = reply;
  const labels = Int32Array.from({ length: points.length / 2 }, (_, row) => row % CLASSES);
  const asked = { points, labels };
  const quality = await thread.endpoint.request('quality', asked, { timeout: PATIENCE }).result;
  const judged = performance.now() - start - took;
  if (!quality.ok) return quality.problem.code;
  const trust = quality.trustworthiness?.toFixed(4) ?? '-';
  const vote = quality.vote?.accuracy.toFixed(3) ?? '-';
  return `${seconds(took)}, first frame ${seconds(first)}, trust ${trust}, 15-NN ${vote}, judged in ${seconds(judged)}`;
}

const PATIENCE = 900_000;

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

/** Classes around centres of their own within ten directions, and noise in all of them. */
function table(rows: number): Float64Array {
  const random = randomFrom(518);
  const directions = Array.from({ length: 10 * COLUMNS }, random.normal);
  const centres = Array.from({ length: CLASSES * 10 }, () => 2 * random.normal());
  const values = new Float64Array(rows * COLUMNS);
  for (let row = 0; row < rows; row++) {
    const latent = Array.from({ length: 10 }, (_, at) => {
      return (centres[(row % CLASSES) * 10 + at] ?? 0) + random.normal();
    });
    for (let column = 0; column < COLUMNS; column++) {
      let sum = 2 * random.normal();
      latent.forEach((value, at) => (sum += value * (directions[at * COLUMNS + column] ?? 0)));
      values[column * rows + row] = sum;
    }
  }
  return values;
}

const READ = `
import sys, time, numpy as np
x = np.fromfile(sys.argv[1]).reshape(int(sys.argv[3]), int(sys.argv[2])).T.copy()
from sklearn.preprocessing import StandardScaler
from sklearn.decomposition import PCA
`;

const PCA = `${READ}
t = time.time()
PCA(50, random_state=0).fit_transform(StandardScaler().fit_transform(x))
print(f"{time.time() - t:.2f}")
`;

const JUDGE = `
rows = np.random.RandomState(0).permutation(len(full))[:3000]
from sklearn.manifold import trustworthiness
print(f"{took:.2f} s, trust {trustworthiness(full[rows], y[rows], n_neighbors=15):.4f}")
`;

const TSNE = `${READ}
from sklearn.manifold import TSNE
full = StandardScaler().fit_transform(x)
p = PCA(50, random_state=0).fit_transform(full)
t = time.time()
y = TSNE(2, init="pca", learning_rate="auto", random_state=0, n_jobs=2).fit_transform(p)
took = time.time() - t
${JUDGE}`;

const UMAP = `${READ}
import umap
full = StandardScaler().fit_transform(x)
p = PCA(50, random_state=0).fit_transform(full)
t = time.time()
y = umap.UMAP(random_state=0).fit_transform(p)
took = time.time() - t
${JUDGE}`;
