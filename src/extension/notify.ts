import * as vscode from 'vscode';
import { say, sentences } from './messages.js';

/** The only door to notifications. One at a time, in answer to something the person asked for. */
export function inform(message: string): void {
  void vscode.window.showInformationMessage(message);
}

/** Informs, with one thing to do next. */
export async function offer(message: string, action: string): Promise<boolean> {
  return (await vscode.window.showInformationMessage(message, action)) === action;
}

export function warn(message: string): void {
  void vscode.window.showWarningMessage(message);
}

/** For errors of our own: what happened can be copied into a report. */
export async function apologise(message: string, details: string): Promise<void> {
  const copy = say(sentences.copyDetails);
  if ((await vscode.window.showErrorMessage(message, copy)) === copy) {
    await vscode.env.clipboard.writeText(details);
  }
}
