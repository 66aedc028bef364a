import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { run } from '../../scripts/command.mjs';
import { closeAtEnd, signalGroup } from '../../scripts/ending.mjs';
import { privateEnv } from './profile.mjs';

const quiet = ['--telemetry-level', 'off', '--disable-telemetry', '--disable-experiments'];

/**
 * @typedef {object} Server
 * @property {(query?: Record<string, string>) => string} address what to open in a browser
 * @property {{root: string}} profile
 * @property {Promise<void>} closed settled when it has ended, whatever the reason
 * @property {() => Promise<void>} close
 */

/**
 * Starts a served VS Code on 127.0.0.1.
 *
 * @param {{node: string, server: string}} host from setup.mjs
 * @param {{root: string, userData: string, extensions: string}} profile
 * @param {{locale?: string, trusted?: boolean, port?: number, driver?: boolean,
 *   env?: Record<string, string | undefined>}} [options] `driver` lets a page pass extensions and tests
 * @returns {Promise<Server>}
 */
export async function startServer(host, profile, options = {}) {
  const { locale, trusted = true, driver = true } = options;
  const port = options.port ?? (await freePort());
  // Other people of this machine can reach the port as well, and must not.
  const token = randomBytes(16).toString('hex');
  const flags = ['--host', '127.0.0.1', '--port', String(port), '--connection-token', token];
  if (trusted) flags.push('--disable-workspace-trust');
  if (driver) flags.push('--enable-smoke-test-driver');
  if (locale) flags.push('--locale', locale);
  const child = spawn(host.node, [host.server, ...flags, ...(await places(profile)), ...quiet], {
    env: { ...process.env, ...privateEnv(profile.root), ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: what the extensions started goes with it, even when they hang.
    detached: true,
  });
  const closed = once(child, 'close').then(() => undefined);
  const close = async () => {
    signalGroup(child, 'SIGKILL');
    await closed;
  };
  void closed.then(closeAtEnd(close));
  await ready(child, closed).catch(async (error) => {
    await close();
    throw error;
  });
  const address = (query = {}) =>
    `http://127.0.0.1:${port}/?${new URLSearchParams({ tkn: token, ...query })}`;
  return { address, profile, closed, close };
}

/** Installs a VSIX into the profile; works without any network. */
export async function installExtension(host, profile, vsix) {
  await run(host.node, [host.server, '--install-extension', vsix, ...(await places(profile))], {
    env: { ...process.env, ...privateEnv(profile.root) },
  });
}

/** The server keeps user data in `data` below its own folder; desktop VS Code keeps it apart. */
async function places(profile) {
  const own = path.join(profile.root, 'server');
  await mkdir(own, { recursive: true });
  await symlink(profile.userData, path.join(own, 'data')).catch((error) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const folders = ['--server-data-dir', own, '--extensions-dir', profile.extensions];
  return ['--accept-server-license-terms', ...folders];
}

async function ready(child, closed) {
  let said = '';
  /** @type {Promise<void>} */
  const up = new Promise((resolve) => {
    const listen = (chunk) => {
      said += chunk;
      if (said.includes('Web UI available at')) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
  });
  const failed = closed.then(() => {
    throw new Error(`VS Code's server ended at once:\n${said}`);
  });
  const late = new Promise((_, reject) => {
    const message = () => `VS Code's server did not start within 60 s:\n${said}`;
    setTimeout(() => reject(new Error(message())), 60_000).unref();
  });
  await Promise.race([up, failed, late]);
  failed.catch(() => undefined);
  late.catch(() => undefined);
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}
