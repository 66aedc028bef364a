import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readClipName, type Clip } from '../../engine/audio/clip.js';
import { writeNpy } from '../../engine/audio/npy.js';
import { fitSettings, framesOf, variantsOf } from '../../engine/audio/variants.js';
import type { Wave, WaveProblem } from '../../engine/audio/wave.js';
import type { AudioProblem, ExportRequest } from '../../shared/audioProtocol.js';
import { fourierOf } from './fourier.js';
import { readClipFile } from './clipFile.js';

const MANIFEST = 'manifest.json';
const TABLE = 'clips.csv';

/**
 * Makes the target's manifest, or finds that there is one that asks for the same. Undefined when the
 * clips can be written. A folder with other settings is left alone: half of each would be worthless.
 */
export async function openExport(
  request: ExportRequest,
  clips: readonly Clip[],
): Promise<AudioProblem | undefined> {
  const { folder, target } = request;
  if (isWithin(target, folder) && isWithin(folder, target)) {
    return { code: 'audio.sameFolder', args: { folder: target } };
  }
  const manifest = manifestOf(request, clips.length);
  const file = path.join(target, MANIFEST);
  const there = await readFile(file, 'utf8').catch(() => undefined);
  if (there !== undefined && there !== manifest) {
    return { code: 'audio.otherSettings', args: { folder: target } };
  }
  try {
    await mkdir(target, { recursive: true });
    await writeFile(file, manifest);
    await writeFile(path.join(target, TABLE), tableOf(request, clips));
    return undefined;
  } catch (error) {
    return writeProblem(target, error);
  }
}

export type Exported =
  | { readonly kind: 'written' | 'kept' }
  | { readonly kind: 'failed'; readonly problem: WaveProblem };

/** Writes one clip's variants, unless all of them are there. Throws where nothing can be written. */
export async function exportClip(request: ExportRequest, name: string): Promise<Exported> {
  const files = request.variants.map((variant) => ({
    variant,
    file: path.join(request.target, variant, name.replace(/\.wav$/i, '.npy')),
  }));
  const there = await Promise.all(files.map(({ file }) => exists(file)));
  if (there.every(Boolean)) return { kind: 'kept' };
  const wave = await readClipFile(request.folder, name);
  if (!wave.ok) return { kind: 'failed', problem: wave.problem };
  const { pictures } = compute(request, name, wave.value);
  for (const { variant, file } of files) {
    const { values, bands, frames } = pictures[variant];
    await mkdir(path.dirname(file), { recursive: true });
    // A name of its own until it is whole: what was interrupted must not pass for done.
    await writeFile(`${file}.part`, writeNpy(values, bands, frames));
    await rename(`${file}.part`, file);
  }
  return { kind: 'written' };
}

export function writeProblem(target: string, error: unknown): AudioProblem {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return { code: 'audio.write', args: { folder: target, reason } };
}

function compute({ settings }: ExportRequest, name: string, { samples, format }: Wave) {
  const fitted = fitSettings(settings, format.rate);
  return variantsOf(samples, format.rate, fitted, fourierOf(fitted.mel.fftSize), name);
}

function manifestOf({ settings, variants }: ExportRequest, clips: number): string {
  const manifest = {
    format: 1,
    files: 'one folder per variant, one NumPy array per clip: float32, (bands, frames), dB',
    variants,
    clips,
    settings,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** One line per clip: what is needed to load the arrays without opening one. */
function tableOf({ settings }: ExportRequest, clips: readonly Clip[]): string {
  const lines = clips.flatMap(({ name, format }) => {
    if (format === undefined) return [];
    const { label = '', speaker = '', take = '' } = readClipName(name) ?? {};
    const { rate } = format;
    const frames = framesOf(format.frames, rate, fitSettings(settings, rate));
    const file = name.replace(/\.wav$/i, '.npy');
    return [[file, label, speaker, take, rate, format.frames / rate, frames].map(cell).join(',')];
  });
  return ['file,label,speaker,take,rate,seconds,frames', ...lines, ''].join('\n');
}

function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function isWithin(inner: string, outer: string): boolean {
  return !path.relative(outer, inner).startsWith('..');
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
