import { Worker } from 'node:worker_threads';
import type { ProjectionProtocol } from '../../shared/projectionProtocol.js';
import { connect, type Endpoint, type Silent } from '../../shared/rpc.js';
import { after } from '../after.js';
import { threadPort } from '../threadPort.js';

/** A running projection thread; it holds one data set. */
export interface ProjectionThread {
  readonly endpoint: Endpoint<ProjectionProtocol>;
  /** Ends it at once, whatever it is doing; what is under way is rejected with `closed`. */
  readonly end: () => void;
}

/** Megabytes: 60 million numbers take 480 outside of this heap, and little within. */
const MAX_HEAP = 1_024;

/** `script` is the bundled `entry.ts`. */
export function startProjectionThread(script: string): ProjectionThread {
  const worker = new Worker(script, {
    name: 'tarea-projection',
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP },
  });
  // The `exit` that follows rejects what is on its way; without a listener Node would throw.
  worker.on('error', () => undefined);
  const endpoint = connect<Silent, ProjectionProtocol>(threadPort(worker), {}, after);
  return {
    endpoint,
    end: () => {
      endpoint.dispose();
      void worker.terminate();
    },
  };
}
