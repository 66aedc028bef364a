/**
 * Ends this process, after `close`, when it is told to stop or when the process that started it is
 * gone: nothing is left running, however a run was ended.
 *
 * @param {() => Promise<void> | void} close
 */
export function endWithParent(close) {
  const parent = process.ppid;
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), 5000).unref();
    try {
      await close();
    } finally {
      process.exit(1);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
  setInterval(() => process.ppid !== parent && end(), 1000).unref();
}
