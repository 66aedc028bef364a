import type * as vscode from 'vscode';

/** The column to be predicted, chosen once for each file of the folder that is open. */
export class Targets {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  of(file: vscode.Uri): string | undefined {
    const kept = this.#memory.get<unknown>(keyOf(file));
    return typeof kept === 'string' ? kept : undefined;
  }

  /** An empty name takes the choice back. */
  async choose(file: vscode.Uri, target: string): Promise<void> {
    await this.#memory.update(keyOf(file), target === '' ? undefined : target);
  }
}

function keyOf(file: vscode.Uri): string {
  return `data.target ${file.toString()}`;
}
