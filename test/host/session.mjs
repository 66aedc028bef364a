/** Runs one session in a process of its own, so that it can be ended with all that it started. */
import { runTests } from '@vscode/test-electron';
import { endWithParent } from '../../scripts/ending.mjs';

endWithParent();
const options = JSON.parse(process.argv[2]);
try {
  await runTests(options);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
