import type { After } from '../shared/rpc.js';

/** Node's timer; it keeps no process alive. */
export const after: After = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  timer.unref();
  return () => {
    clearTimeout(timer);
  };
};
