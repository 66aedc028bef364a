import * as vscode from 'vscode';
import type { ExportRequest, ExportResult } from '../../shared/audioProtocol.js';
import { audioMessages } from '../../shared/audioWords.js';
import { RpcError } from '../../shared/rpcError.js';
import { startExport, type Export } from '../../worker/audio/exporter.js';
import type { AudioThread } from '../../worker/audio/thread.js';
import { say } from '../messages.js';
import { inform, warn } from '../notify.js';
import { describeAudioProblem } from './describe.js';

/** Asks where to, writes all clips of a folder there, and says how that ended. */
export async function exportClips(
  request: Omit<ExportRequest, 'target'>,
  startThread: () => AudioThread,
): Promise<void> {
  const [chosen] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      title: say(audioMessages.exportWhere),
      openLabel: say(audioMessages.exportHere),
    })) ?? [];
  if (chosen === undefined) return;
  await exportTo(chosen.fsPath, request, startThread);
}

async function exportTo(
  target: string,
  request: Omit<ExportRequest, 'target'>,
  startThread: () => AudioThread,
): Promise<void> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: say(audioMessages.exportTitle),
    cancellable: true,
  };
  await vscode.window.withProgress(options, async (progress, cancel) => {
    let before = 0;
    const running = startExport({ ...request, target }, startThread, (done, of) => {
      const counts = { done: String(done), all: String(of) };
      const message = say(audioMessages.exportProgress, counts);
      progress.report({ message, increment: (100 * (done - before)) / of });
      before = done;
    });
    cancel.onCancellationRequested(running.cancel);
    await tellEnd(running, target);
  });
}

async function tellEnd({ result }: Export, target: string): Promise<void> {
  try {
    const reply = await result;
    if (reply.ok) inform(summaryOf(reply, target));
    else warn(describeAudioProblem(reply.problem, say));
  } catch (error) {
    if (!(error instanceof RpcError) || error.code !== 'cancelled') throw error;
    inform(say(audioMessages.exportStopped));
  }
}

function summaryOf({ written, kept, failed }: ExportResult, folder: string): string {
  const args = { count: String(written), kept: String(kept), folder };
  const told = say(kept > 0 ? audioMessages.exportedMore : audioMessages.exported, args);
  const [first] = failed;
  if (first === undefined) return told;
  const count = String(failed.length);
  return `${told} ${say(audioMessages.exportFailed, { count, name: first.name })}`;
}
