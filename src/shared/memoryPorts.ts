import type { Message, Port } from './rpc.js';

/** Two ports joined in memory; messages arrive in order, never within the call that sent them. */
export function memoryPorts(): {
  readonly near: Port;
  readonly far: Port;
  readonly close: () => void;
} {
  const near = new End();
  const far = new End();
  near.other = far;
  far.other = near;
  const close = (): void => {
    near.close();
    far.close();
  };
  return { near, far, close };
}

class End implements Port {
  other: End | undefined;
  readonly #messages: ((message: unknown) => void)[] = [];
  readonly #closes: (() => void)[] = [];
  #open = true;

  readonly send = (message: Message): void => {
    const { other } = this;
    void Promise.resolve().then(() => {
      if (this.#open) other?.deliver(message);
    });
  };

  readonly onMessage = (listener: (message: unknown) => void): void => {
    this.#messages.push(listener);
  };

  readonly onClose = (listener: () => void): void => {
    this.#closes.push(listener);
  };

  deliver(message: Message): void {
    for (const listener of this.#messages) listener(message);
  }

  close(): void {
    this.#open = false;
    for (const listener of this.#closes) listener();
  }
}
