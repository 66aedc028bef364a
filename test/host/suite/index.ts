import { writeFileSync } from 'node:fs';
import { format } from 'node:util';
import Mocha from 'mocha';

/**
 * What VS Code calls inside its extension host. The tests' outcome goes to the file TAREA_REPORT;
 * rejects when a test fails.
 */
export async function run(): Promise<void> {
  // The console of the extension host prints formats such as %s as they stand.
  Mocha.reporters.Base.consoleLog = (...parts: unknown[]): void => {
    console.log(format(...parts));
  };
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, slow: 5_000 });
  for (const file of testFiles()) mocha.addFile(file);
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run((count) => {
      writeFileSync(reportFile(), JSON.stringify(runner.stats));
      resolve(count);
    });
  });
  if (failures > 0) throw new Error(`${failures} tests failed`);
}

function testFiles(): readonly string[] {
  const files: unknown = JSON.parse(process.env['TAREA_TESTS'] ?? '[]');
  return Array.isArray(files) ? files.map(String) : [];
}

function reportFile(): string {
  const file = process.env['TAREA_REPORT'];
  if (file === undefined) throw new Error('TAREA_REPORT is not set');
  return file;
}
