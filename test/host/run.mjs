/** Runs the tests inside a real VS Code with the packaged extension installed. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleSuites } from './bundle.mjs';
import { findVSCode, installInto } from './executable.mjs';
import { makeProfile } from './profile.mjs';
import { sessions } from './sessions.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '../..');
const limit = 180_000;

/**
 * @param {{vsix: string, which?: 'newest' | 'floor', only?: string, say: (line: string) => void}}
 *   options `only` names one session's folder
 * @returns {Promise<{passed: number, failed: number}>}
 */
export async function runInVSCode({ vsix, which = 'newest', only, say }) {
  const vscode = await findVSCode(which, say);
  const suites = await bundleSuites();
  const total = { passed: 0, failed: 0 };
  for (const session of sessions) {
    const tests = suites[session.folder] ?? [];
    if (tests.length === 0 || (only && only !== session.folder)) continue;
    if (session.served && vscode.desktop) {
      say(`skipping ${session.folder}: a desktop VS Code under test is always trusted`);
      continue;
    }
    say(`running the ${session.folder} tests in ${vscode.name}`);
    const { passed, failed } = await runSession({ vscode, vsix, which, session, tests });
    total.passed += passed;
    total.failed += failed;
  }
  return total;
}

async function runSession({ vscode, vsix, which, session, tests }) {
  const { locale, trusted } = session;
  const workspace = path.join(root, 'examples');
  const profile = await makeProfile({ workspace, ...(locale ? { locale } : {}) });
  const removeAtExit = () => profile.remove();
  process.once('exit', removeAtExit);
  const report = path.join(profile.root, 'report.json');
  try {
    await installInto({ ...vscode }, profile, vsix);
    await inOwnProcess({
      vscodeExecutablePath: vscode.executable,
      extensionDevelopmentPath: path.join(here, 'runner'),
      extensionTestsPath: path.join(root, 'dist/test/suite/index.cjs'),
      extensionTestsEnv: {
        ...profile.env,
        TAREA_REPORT: report,
        TAREA_TESTS: JSON.stringify(tests),
        TAREA_VSCODE: which,
        ...(trusted ? {} : { TAREA_RESTRICTED: '1' }),
      },
      launchArgs: [
        profile.workspace,
        `--extensions-dir=${profile.extensions}`,
        `--user-data-dir=${profile.userData}`,
        ...(locale ? [`--locale=${locale}`] : []),
      ],
    });
    return await readReport(report);
  } finally {
    profile.remove();
    process.removeListener('exit', removeAtExit);
  }
}

/**
 * The exit code of VS Code is 0 even when its extension host was killed, so only what the tests
 * themselves wrote down counts.
 */
async function readReport(report) {
  if (!existsSync(report)) {
    console.error('The tests ended without a report: VS Code or its extension host went down.');
    return { passed: 0, failed: 1 };
  }
  const { passes, failures } = JSON.parse(await readFile(report, 'utf8'));
  if (passes + failures === 0) console.error('No test ran.');
  return { passed: passes, failed: passes + failures === 0 ? 1 : failures };
}

function inOwnProcess(options) {
  const child = spawn(process.execPath, [path.join(here, 'session.mjs'), JSON.stringify(options)], {
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  const end = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  };
  const stop = () => end('SIGTERM');
  const late = setTimeout(() => {
    console.error(`The tests took over ${limit / 1000} s and were stopped.`);
    stop();
    setTimeout(() => end('SIGKILL'), 6000).unref();
  }, limit);
  process.once('exit', stop);
  return new Promise((resolve) => {
    child.on('close', () => {
      clearTimeout(late);
      process.removeListener('exit', stop);
      resolve();
    });
  });
}
