/** The inner loop: everything that can be checked without starting a VS Code. */
import { forgetReports, quickHabits } from './habits.mjs';
import { runTasks } from './task.mjs';

forgetReports();
const { passed, failed } = await runTasks(quickHabits);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
