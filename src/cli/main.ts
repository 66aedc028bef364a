import { fileURLToPath } from 'node:url';
import { createProcessTables } from '../worker/table/process.js';
import { runCommand } from './run.js';

const { env, stdout, stderr } = process;

// Whoever reads may stop early, as `head` does.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
const { exitCode, out, err } = await runCommand(process.argv.slice(2), {
  env,
  colour: stdout.isTTY && stdout.hasColors(),
  openTables: () => createProcessTables(fileURLToPath(new URL('table.cjs', import.meta.url))),
});
stderr.write(err);
stdout.write(out);
process.exitCode = exitCode;
