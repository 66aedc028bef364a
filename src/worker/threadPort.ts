import type { MessagePort, Worker } from 'node:worker_threads';
import type { Port } from '../shared/rpc.js';

/** The port of a thread, seen from either side. */
export function threadPort(end: Worker | MessagePort): Port {
  return {
    send: (message) => {
      end.postMessage(message);
    },
    onMessage: (listener) => {
      end.on('message', listener);
    },
    onClose: (listener) => {
      // A worker ends with `exit`, a message port with `close`; each knows only its own.
      (end as NodeJS.EventEmitter).once('exit', listener);
      (end as NodeJS.EventEmitter).once('close', listener);
    },
  };
}
