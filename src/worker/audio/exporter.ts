import { availableParallelism } from 'node:os';
import type { AudioReply, ExportRequest, ExportResult } from '../../shared/audioProtocol.js';
import { RpcError } from '../../shared/rpcError.js';
import type { AudioThread } from './thread.js';

/** An export on its way. */
export interface Export {
  /** Rejects with `cancelled` after `cancel`; what is written by then is kept by the next run. */
  readonly result: Promise<AudioReply<ExportResult>>;
  readonly cancel: () => void;
}

/** Milliseconds without a word: a clip takes some ten, and fifty of them are told of at once. */
const PATIENCE = 120_000;

/** Writes all clips of a folder on as many threads as there are processors, up to four. */
export function startExport(
  request: ExportRequest,
  startThread: () => AudioThread,
  onProgress: (done: number, of: number) => void,
): Export {
  const threads: AudioThread[] = [];
  const start = (): AudioThread => {
    const thread = startThread();
    threads.push(thread);
    return thread;
  };
  const end = (): void => {
    for (const thread of threads.splice(0)) thread.end();
  };
  let cancelled = false;
  const run = async (): Promise<AudioReply<ExportResult>> => {
    try {
      return await exportOn(request, start, onProgress);
    } catch (error) {
      if (cancelled) throw new RpcError('cancelled', 'export');
      if (error instanceof RpcError)
        return { ok: false, problem: { code: 'audio.gone', args: {} } };
      throw error;
    } finally {
      end();
    }
  };
  return {
    result: run(),
    cancel: () => {
      cancelled = true;
      end();
    },
  };
}

async function exportOn(
  request: ExportRequest,
  start: () => AudioThread,
  onProgress: (done: number, of: number) => void,
): Promise<AudioReply<ExportResult>> {
  const first = start();
  const begun = await first.endpoint.request('beginExport', request, { timeout: PATIENCE }).result;
  if (!begun.ok) return begun;
  const lanes = Math.max(1, Math.min(4, availableParallelism(), begun.names.length));
  const done = new Array<number>(lanes).fill(0);
  const replies = await Promise.all(
    done.map(async (_, lane) => {
      const { endpoint } = lane === 0 ? first : start();
      const names = begun.names.filter((_, at) => at % lanes === lane);
      const tell = (count: number): void => {
        done[lane] = count;
        onProgress(
          done.reduce((sum, each) => sum + each, 0),
          begun.names.length,
        );
      };
      const options = {
        timeout: PATIENCE,
        onProgress: (progress: { readonly done: number }) => tell(progress.done),
      };
      const reply = await endpoint.request('export', { ...request, names }, options).result;
      if (reply.ok) tell(names.length);
      return reply;
    }),
  );
  return replies.reduce(joined);
}

function joined(
  a: AudioReply<ExportResult>,
  b: AudioReply<ExportResult>,
): AudioReply<ExportResult> {
  if (!a.ok) return a;
  if (!b.ok) return b;
  return {
    ok: true,
    written: a.written + b.written,
    kept: a.kept + b.kept,
    failed: [...a.failed, ...b.failed],
  };
}
