/**
 * The VS Codes that the tests run in when no desktop one is at hand. `code-server` carries the real
 * server and workbench of VS Code; each release needs its own major of Node, which npm carries too.
 */
export const newest = { codeServer: '4.139.1', node: '24.21.0', vscode: '1.139.1' };

/** The oldest VS Code that `engines.vscode` in package.json promises. */
export const floor = { codeServer: '4.100.3', node: '20.20.2', vscode: '1.100.3' };

/** Its own ripgrep comes from a download outside npm; this package holds the same programme. */
export const ripgrep = '1.18.0';
