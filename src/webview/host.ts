import { unpackNumbers } from '../shared/packNumbers.js';
import { connect, type After, type Endpoint, type Handlers, type Protocol } from '../shared/rpc.js';

interface VSCode {
  readonly postMessage: (message: unknown) => void;
  readonly getState: () => unknown;
  readonly setState: (state: unknown) => void;
}

/** Given by VS Code to every webview, once. */
declare function acquireVsCodeApi(): VSCode;

const vscode = acquireVsCodeApi();

/** Joins the view to the editor. */
export function connectToEditor<View extends Protocol<View>, Editor extends Protocol<Editor>>(
  handlers: Handlers<View>,
): Endpoint<Editor> {
  return connect<View, Editor>(
    {
      send: (message) => {
        vscode.postMessage(message);
      },
      onMessage: (listener) => {
        window.addEventListener('message', ({ data }) => {
          listener(unpackNumbers(data));
        });
      },
      // The page and its requests go together.
      onClose: () => undefined,
    },
    handlers,
    after,
  );
}

/** A choice of the person's that outlives the page; `undefined` when none was made. */
export function recall(name: string): unknown {
  const state = vscode.getState();
  return isRecord(state) ? state[name] : undefined;
}

export function remember(name: string, value: string): void {
  const state = vscode.getState();
  vscode.setState({ ...(isRecord(state) ? state : {}), [name]: value });
}

const after: After = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  return () => {
    clearTimeout(timer);
  };
};

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
