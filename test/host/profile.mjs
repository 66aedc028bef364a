import { existsSync, rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What a test wants of VS Code: quiet, off the network, and no page of its own in the way. */
const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'git.enabled': false,
  'security.workspace.trust.startupPrompt': 'never',
};

/**
 * The environment that keeps what a programme writes about itself inside the profile: sockets and
 * scratch files, and the small files that VS Code and Chromium otherwise leave in the user's home.
 */
export function privateEnv(root) {
  const folder = (name) => path.join(root, name);
  return {
    TMPDIR: folder('tmp'),
    XDG_RUNTIME_DIR: folder('run'),
    XDG_CACHE_HOME: folder('home/cache'),
    XDG_CONFIG_HOME: folder('home/config'),
    XDG_DATA_HOME: folder('home/data'),
  };
}

/**
 * A throw-away home for one VS Code: user data, extensions, temporary files and a copy of the
 * folder to open, all under one folder that `remove()` takes away.
 *
 * @param {{locale?: string, settings?: Record<string, unknown>, workspace?: string}} options
 *   `workspace` is the folder to copy; tests may then edit and save without touching the original
 */
export async function makeProfile({ locale, settings = {}, workspace } = {}) {
  const root = await mkdtemp(path.join(tmpdir(), 'tarea-'));
  const profile = {
    root,
    userData: path.join(root, 'user'),
    extensions: path.join(root, 'extensions'),
    workspace: path.join(root, 'workspace'),
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
  await mkdir(path.join(profile.userData, 'User'), { recursive: true });
  await mkdir(profile.extensions);
  await mkdir(path.join(root, 'tmp'));
  await mkdir(path.join(root, 'run'), { mode: 0o700 });
  if (workspace && existsSync(workspace)) {
    await cp(workspace, profile.workspace, { recursive: true });
  } else {
    await mkdir(profile.workspace);
  }
  await writeFile(
    path.join(profile.userData, 'User/settings.json'),
    JSON.stringify({ ...quiet, ...settings }, null, 2),
  );
  if (locale) await addLanguage(profile, locale);
  return profile;
}

/**
 * VS Code takes a display language only from an installed language pack. This one translates
 * nothing of VS Code itself, and so needs no download; extensions still see the language.
 */
async function addLanguage(profile, locale) {
  const contents = path.join(profile.root, 'language.json');
  await writeFile(contents, JSON.stringify({ version: '1.0.0', contents: {} }));
  const id = `tarea-test.language-pack-${locale}`;
  const pack = {
    hash: 'tarea',
    extensions: [{ extensionIdentifier: { id }, version: '0.0.1' }],
    translations: { vscode: contents },
    label: locale,
  };
  await writeFile(
    path.join(profile.userData, 'languagepacks.json'),
    JSON.stringify({ [locale]: pack }),
  );
}
