import { spawnSync } from 'node:child_process';

/** Debian's own, where its packages are; another one may have none. */
const PYTHON = '/usr/bin/python3';

/** The last line that a script prints; undefined where Python, or a package of it, is absent. */
export function besidePython(script: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(PYTHON, ['-c', script, ...args], { encoding: 'utf8' });
  return status === 0 ? stdout.trim().split('\n').at(-1) : undefined;
}
