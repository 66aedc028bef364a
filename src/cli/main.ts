import { runCommand } from './run.js';

const { env, stdout, stderr } = process;

// Whoever reads may stop early, as `head` does.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
const { exitCode, out, err } = await runCommand(process.argv.slice(2), {
  env,
  colour: stdout.isTTY && stdout.hasColors(),
});
stderr.write(err);
stdout.write(out);
process.exitCode = exitCode;
