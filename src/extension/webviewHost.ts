import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { packNumbers } from '../shared/packNumbers.js';
import type { Port } from '../shared/rpc.js';
import { say, sentences } from './messages.js';

/**
 * Fills a webview with one view's bundle under a policy that lets nothing else in. The `csp-nonce`
 * is for the toolkit, which tries out one style rule to learn what the browser can do. `allowed` are
 * further lines of the policy, which one view needs and the others do not.
 */
export function fillWebview(
  webview: vscode.Webview,
  extension: vscode.Uri,
  view: string,
  allowed: readonly string[] = [],
): void {
  const folder = vscode.Uri.joinPath(extension, 'dist', 'webview');
  webview.options = {
    enableScripts: true,
    enableCommandUris: false,
    enableForms: false,
    localResourceRoots: [folder],
  };
  const nonce = randomBytes(16).toString('base64');
  const address = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(folder, name)).toString();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `font-src ${webview.cspSource}`,
    ...allowed,
  ].join('; ');
  webview.html = `<!DOCTYPE html>
<html lang="${vscode.env.language}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta property="csp-nonce" content="${nonce}" />
    <link rel="stylesheet" href="${address(`${view}.css`)}" />
    <title>Tarea</title>
  </head>
  <body data-unanswered="${attribute(say(sentences.unanswered))}">
    <script nonce="${nonce}" src="${address(`${view}.js`)}"></script>
  </body>
</html>`;
}

/** Said by the page itself when the host is silent, so it must be there from the start. */
function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** A webview as a port; it closes with its view. */
export function webviewPort(
  webview: vscode.Webview,
  onDidDispose: vscode.Event<void>,
  subscriptions: vscode.Disposable[],
): Port {
  return {
    send: (message) => {
      // A view that was closed meanwhile refuses; its end of the port has been told.
      webview.postMessage(packNumbers(message)).then(undefined, () => false);
    },
    onMessage: (listener) => {
      webview.onDidReceiveMessage(listener, undefined, subscriptions);
    },
    onClose: (listener) => {
      onDidDispose(listener, undefined, subscriptions);
    },
  };
}
