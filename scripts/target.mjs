/**
 * The platform that a package is for, as `vsce package --target` calls it: this one, or TAREA_TARGET. The library of
 * another platform has to be in `node_modules`: `npm install --no-save --force @duckdb/node-bindings-win32-x64@VERSION`.
 */
export function target() {
  const { platform, arch } = process;
  const own = platform === 'linux' && isMusl() ? `alpine-${arch}` : `${platform}-${arch}`;
  return process.env['TAREA_TARGET'] ?? own;
}

/** The name of the database's own package for a target. */
export function bindingFor(name) {
  return `@duckdb/node-bindings-${name.replace(/^alpine-(.*)$/, 'linux-$1-musl')}`;
}

/** Only glibc says its version. */
function isMusl() {
  const { header } = /** @type {{header: {glibcVersionRuntime?: string}}} */ (
    process.report.getReport()
  );
  return header.glibcVersionRuntime === undefined;
}
