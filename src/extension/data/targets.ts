import * as vscode from 'vscode';

/** The column to be predicted, chosen once for each file of the folder that is open. */
export class Targets implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #chosen = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChoose = this.#chosen.event;

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
    this.#chosen.fire(file);
  }

  dispose(): void {
    this.#chosen.dispose();
  }
}

function keyOf(file: vscode.Uri): string {
  return `data.target ${file.toString()}`;
}
