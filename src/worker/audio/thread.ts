import { Worker } from 'node:worker_threads';
import type { AudioProtocol } from '../../shared/audioProtocol.js';
import { connect, type Endpoint, type Silent } from '../../shared/rpc.js';
import { after } from '../after.js';
import { threadPort } from '../threadPort.js';

/** A running audio thread. */
export interface AudioThread {
  readonly endpoint: Endpoint<AudioProtocol>;
  /** Ends it at once; what is under way is rejected with `closed`. */
  readonly end: () => void;
}

/** Megabytes: the longest clip takes about 300. */
const MAX_HEAP = 1_024;

/** `script` is the bundled `entry.ts`. */
export function startAudioThread(script: string): AudioThread {
  const worker = new Worker(script, {
    name: 'tarea-audio',
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP },
  });
  // The `exit` that follows rejects what is on its way; without a listener Node would throw.
  worker.on('error', () => undefined);
  const endpoint = connect<Silent, AudioProtocol>(threadPort(worker), {}, after);
  return {
    endpoint,
    end: () => {
      endpoint.dispose();
      void worker.terminate();
    },
  };
}
