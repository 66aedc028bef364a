/** Runs the tests inside a real VS Code with the packaged extension installed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { closeAtEnd, endTree } from '../../scripts/ending.mjs';
import { bundleSuites } from './bundle.mjs';
import { installInto } from './executable.mjs';
import { makeProfile, privateEnv } from './profile.mjs';
import { sessions } from './sessions.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '../..');
const limit = 180_000;

/**
 * @param {{vscode: import('./executable.mjs').VSCode, vsix: string, only?: string,
 *   say: (line: string) => void}} options `only` names one session's folder
 * @returns {Promise<{passed: number, failed: number}>}
 */
export async function runInVSCode({ vscode, vsix, only, say }) {
  const total = { passed: 0, failed: 0 };
  if (!existsSync(vsix)) {
    console.error('The extension was not packaged, so nothing could be tested inside VS Code.');
    return { passed: 0, failed: 1 };
  }
  const suites = await bundleSuites();
  for (const session of sessions) {
    const tests = suites[session.folder] ?? [];
    if (tests.length === 0 || (only && only !== session.folder)) continue;
    if (session.served && vscode.desktop) {
      say(`skipping ${session.folder}: a desktop VS Code under test is always trusted`);
      continue;
    }
    say(`running the ${session.folder} tests in ${vscode.name}`);
    const { passed, failed } = await runSession({ vscode, vsix, session, tests });
    total.passed += passed;
    total.failed += failed;
  }
  return total;
}

async function runSession({ vscode, vsix, session, tests }) {
  const { locale, trusted } = session;
  const workspace = path.join(root, 'examples');
  const profile = await makeProfile({ workspace, ...(locale ? { locale } : {}) });
  const release = closeAtEnd(profile.remove);
  const report = path.join(profile.root, 'report.json');
  try {
    await installInto(vscode, profile, vsix);
    const ok = await inOwnProcess({
      vscodeExecutablePath: vscode.executable,
      extensionDevelopmentPath: path.join(here, 'runner'),
      extensionTestsPath: path.join(root, 'dist/test/suite/index.cjs'),
      extensionTestsEnv: {
        ...vscode.env,
        TMPDIR: privateEnv(profile.root).TMPDIR,
        TAREA_REPORT: report,
        TAREA_TESTS: JSON.stringify(tests),
        ...(trusted ? {} : { TAREA_RESTRICTED: '1' }),
      },
      launchArgs: [
        profile.workspace,
        `--extensions-dir=${profile.extensions}`,
        `--user-data-dir=${profile.userData}`,
        ...(locale ? [`--locale=${locale}`] : []),
      ],
    });
    return await readReport(report, ok);
  } finally {
    profile.remove();
    release();
  }
}

/**
 * The exit code of VS Code is 0 even when its extension host was killed, so only what the tests
 * themselves wrote down counts.
 */
async function readReport(report, ok) {
  if (!existsSync(report)) {
    console.error('The tests ended without a report: VS Code or its extension host went down.');
    return { passed: 0, failed: 1 };
  }
  const { passes, failures } = JSON.parse(await readFile(report, 'utf8'));
  if (passes + failures === 0) console.error('No test ran.');
  else if (failures === 0 && !ok) console.error('The tests passed, but VS Code ended in failure.');
  return { passed: passes, failed: failures === 0 && (passes === 0 || !ok) ? 1 : failures };
}

/** Runs session.mjs to its end, or until the time is up; whether it says that all went well. */
async function inOwnProcess(options) {
  const child = spawn(process.execPath, [path.join(here, 'session.mjs'), JSON.stringify(options)], {
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  const closed = once(child, 'close');
  const release = closeAtEnd(() => endTree(child));
  const late = setTimeout(() => {
    console.error(`The tests took over ${limit / 1000} s and were stopped.`);
    void endTree(child);
  }, limit);
  const [code] = await closed;
  clearTimeout(late);
  release();
  return code === 0;
}
