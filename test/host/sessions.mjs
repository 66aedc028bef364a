/**
 * One row for each VS Code that is started: the tests of `suite/<folder>` run inside it against the
 * installed extension. A start costs ten seconds, so tests share one wherever they can.
 *
 * - `locale`: the display language, when it is not VS Code's own
 * - `trusted: false`: the folder opens in restricted mode
 * - `served`: only a served VS Code can be started so
 */
export const sessions = [
  { folder: 'english', trusted: true, served: false },
  { folder: 'spanish', locale: 'es', trusted: true, served: false },
  { folder: 'restricted', trusted: false, served: true },
];
