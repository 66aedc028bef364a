import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type {
  EmbeddingMethod,
  Frame,
  ProjectionProblem,
  ProjectionProtocol,
  ProjectionReply,
} from '../../shared/projectionProtocol.js';
import { connect, type Port, type Serving, type Silent } from '../../shared/rpc.js';
import { RpcError } from '../../shared/rpcError.js';
import { after } from '../after.js';
import {
  prepareEmbedding,
  startTsne,
  startUmap,
  type Embedding,
  type Points,
} from './embedding.js';
import { qualityOf } from './quality.js';
import { fit, MAX_CELLS, Session } from './session.js';

/** Milliseconds of work between two frames: often enough to see it move, and to hear of a stop. */
const FRAME = 200;

/** Threads of the embedding, besides this one: more than four gain little. */
const THREADS = Math.min(4, availableParallelism());

/** Answers for one data set at a time. */
export function serveProjection(port: Port): void {
  let session = new Session(0, []);
  connect<ProjectionProtocol, Silent>(
    port,
    {
      begin: ({ rows, columns }) => {
        session = new Session(0, []);
        const cells = rows * columns.length;
        if (cells > MAX_CELLS) {
          return problem({ code: 'projection.tooLarge', args: { cells, limit: MAX_CELLS } });
        }
        session = new Session(rows, columns);
        return { ok: true };
      },
      add: ({ first, from, rows, values }) => {
        session.add(first, from, rows, values);
        return { ok: true };
      },
      components: ({ keep }) => reply(session.components(keep)),
      embed: async ({ method }, serving) => {
        const points = session.points();
        if ('code' in points) return problem(points);
        const fitted = fit(method, points.count);
        return { ok: true, method: fitted, points: await embed(points, fitted, serving) };
      },
      quality: ({ points, labels }) => {
        const { data } = session;
        return data === undefined
          ? problem({ code: 'projection.notPrepared', args: {} })
          : { ok: true, ...qualityOf(data, points, labels) };
      },
    },
    after,
  );
}

async function embed(
  points: Points,
  method: EmbeddingMethod,
  serving: Serving<Frame>,
): Promise<Float32Array> {
  serving.progress({ stage: 'neighbours', step: 0, of: 0, points: new Float32Array(0) });
  await prepareEmbedding(THREADS);
  await attend(serving);
  const embedding = method.kind === 'tsne' ? startTsne(points, method) : startUmap(points, method);
  try {
    await advance(embedding, serving);
    return embedding.points();
  } finally {
    embedding.free();
  }
}

async function advance(embedding: Embedding, serving: Serving<Frame>): Promise<void> {
  const { of } = embedding;
  while (embedding.step() < of) {
    embedding.advance(FRAME);
    const step = embedding.step();
    serving.progress({ stage: 'embedding', step, of, points: embedding.points() });
    await attend(serving);
  }
}

/** Lets messages in; a thread at work reads none. */
async function attend(serving: Serving<Frame>): Promise<void> {
  await setImmediate();
  if (serving.cancelled()) throw new RpcError('cancelled', 'embed');
}

function reply<T extends object>(outcome: T | ProjectionProblem): ProjectionReply<T> {
  return isProblem(outcome) ? problem(outcome) : { ok: true, ...outcome };
}

function isProblem(outcome: object): outcome is ProjectionProblem {
  return 'code' in outcome && 'args' in outcome;
}

function problem(problem: ProjectionProblem): { ok: false; problem: ProjectionProblem } {
  return { ok: false, problem };
}
