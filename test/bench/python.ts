import { spawnSync } from 'node:child_process';

/** Debian's own, where its packages are, unless TAREA_PYTHON names another. */
export const PYTHON = process.env['TAREA_PYTHON'] ?? '/usr/bin/python3';

/** The last line that a script prints; undefined where Python, or a package of it, is absent. */
export function besidePython(script: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(PYTHON, ['-c', script, ...args], { encoding: 'utf8' });
  return status === 0 ? stdout.trim().split('\n').at(-1) : undefined;
}

/** Whether Python, or one of these packages (`pandas, scipy`), is absent. */
export function without(packages: string): boolean {
  return spawnSync(PYTHON, ['-c', `import ${packages}`]).status !== 0;
}
