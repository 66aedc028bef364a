import { memoryPorts } from '../../shared/memoryPorts.js';
import { after } from '../after.js';
import { createCheckerClient, type CheckerClient } from './client.js';
import { serveChecker } from './serve.js';

/** The same face as the thread's client with the engine in this process: for tests. */
export function createLocalChecker(): CheckerClient {
  return createCheckerClient({
    spawn: () => {
      const { near, far, close } = memoryPorts();
      serveChecker(far);
      return { port: near, terminate: close };
    },
    after,
    limit: 60_000,
  });
}
