import type { ChildProcess } from 'node:child_process';
import type { Port } from '../shared/rpc.js';

/** The port of a child process, seen from either side. What cannot be sent any more is answered by the close. */
export function processPort(end: ChildProcess | NodeJS.Process): Port {
  return {
    send: (message) => {
      if (end.connected) end.send?.(message, undefined, undefined, () => undefined);
    },
    onMessage: (listener) => {
      // The two overloads differ only in what else they can emit.
      (end as NodeJS.EventEmitter).on('message', listener);
    },
    onClose: (listener) => {
      // A child that is killed is disconnected before its exit is known; one that never started only errs.
      (end as NodeJS.EventEmitter).once('disconnect', listener);
      (end as NodeJS.EventEmitter).once('exit', listener);
      (end as NodeJS.EventEmitter).once('error', listener);
    },
  };
}
