import { clipCode } from '../../engine/audio/clipCode.js';
import { overviewOf } from '../../engine/audio/overview.js';
import { checkSpeakers } from '../../engine/audio/speakers.js';
import { USUAL, usualAt, type AudioSettings } from '../../engine/audio/variants.js';
import type {
  AudioProblem,
  AudioProtocol,
  AudioReply,
  ExportRequest,
  ExportResult,
  Folder,
} from '../../shared/audioProtocol.js';
import { connect, type Port, type Serving, type Silent } from '../../shared/rpc.js';
import { RpcError } from '../../shared/rpcError.js';
import { after } from '../after.js';
import { readClipFile } from './clipFile.js';
import { exportClip, openExport, writeProblem } from './exportFolder.js';
import { lookAt } from './look.js';
import { findClips, MAX_CLIPS, readHeaders } from './scan.js';

/** A split that is proposed is the same each time the folder is looked at. */
const SPLIT_SEED = 1;

/** Clips between two messages of progress. */
const TOLD_EVERY = 50;

/** Answers for folders of clips. It remembers nothing between two requests. */
export function serveAudio(port: Port): void {
  connect<AudioProtocol, Silent>(
    port,
    {
      usual: ({ folder }) => usualIn(folder),
      scan: ({ folder }, serving) => scan(folder, serving),
      look: async ({ folder, name, settings }) => {
        const wave = await readClipFile(folder, name);
        return wave.ok
          ? { ok: true, ...lookAt(name, wave.value, settings) }
          : { ok: false, problem: wave.problem };
      },
      code: ({ clip, comments }) => Promise.resolve({ text: clipCode(clip, comments) }),
      beginExport,
      export: (request, serving) => exportClips(request, serving),
    },
    after,
  );
}

/** Clips that are asked for their rate; the first that answers decides. */
const ASKED = 20;

async function usualIn(folder: string): Promise<AudioSettings> {
  const found = await namesBelow(folder);
  const names = found.ok ? found.names.slice(0, ASKED) : [];
  const clips = await readHeaders(folder, names, () => true);
  const format = clips.find((clip) => clip.format !== undefined)?.format;
  return format === undefined ? USUAL : usualAt(format.rate);
}

async function scan(
  folder: string,
  serving: Serving<{ readonly clips: number }>,
): Promise<AudioReply<Folder>> {
  const found = await namesBelow(folder);
  if (!found.ok) return found;
  const names = found.names.slice(0, MAX_CLIPS);
  const clips = await readHeaders(folder, names, (done) => {
    if (done % TOLD_EVERY === 0) serving.progress({ clips: done });
    return !serving.cancelled();
  });
  stopIfCancelled(serving, 'scan');
  const speakers = checkSpeakers(names, SPLIT_SEED);
  return {
    ok: true,
    clips,
    overview: overviewOf(clips),
    ...(speakers && { speakers }),
    more: found.names.length > names.length,
  };
}

async function beginExport(
  request: ExportRequest,
): Promise<AudioReply<{ readonly names: readonly string[] }>> {
  const found = await namesBelow(request.folder);
  if (!found.ok) return found;
  const clips = await readHeaders(request.folder, found.names, () => true);
  const refused = await openExport(request, clips);
  return refused === undefined ? found : problem(refused);
}

async function exportClips(
  request: ExportRequest & { readonly names: readonly string[] },
  serving: Serving<{ readonly done: number }>,
): Promise<AudioReply<ExportResult>> {
  const counts = { written: 0, kept: 0 };
  const failed: { name: string; problem: ExportResult['failed'][number]['problem'] }[] = [];
  for (const [at, name] of request.names.entries()) {
    stopIfCancelled(serving, 'export');
    try {
      const outcome = await exportClip(request, name);
      if (outcome.kind === 'failed') failed.push({ name, problem: outcome.problem });
      else counts[outcome.kind]++;
    } catch (error) {
      return problem(writeProblem(request.target, error));
    }
    if ((at + 1) % TOLD_EVERY === 0) serving.progress({ done: at + 1 });
  }
  return { ok: true, ...counts, failed };
}

async function namesBelow(
  folder: string,
): Promise<AudioReply<{ readonly names: readonly string[] }>> {
  try {
    const names = await findClips(folder);
    return names.length > 0
      ? { ok: true, names }
      : problem({ code: 'audio.noClips', args: { folder } });
  } catch {
    return problem({ code: 'audio.folder', args: { folder } });
  }
}

function stopIfCancelled(serving: Serving<never>, what: string): void {
  if (serving.cancelled()) throw new RpcError('cancelled', what);
}

function problem(problem: AudioProblem): { readonly ok: false; readonly problem: AudioProblem } {
  return { ok: false, problem };
}
