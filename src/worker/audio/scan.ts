import { open, readdir, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Clip } from '../../engine/audio/clip.js';
import { readWaveHeader, type WaveHeader } from '../../engine/audio/readWave.js';
import { waveProblem, type WaveOutcome } from '../../engine/audio/wave.js';

/** Clips that one folder may hold, with all below it: more than three times AudioMNIST. */
export const MAX_CLIPS = 100_000;

/** Folders within folders that are looked into. */
const MAX_DEPTH = 6;

/** The header is within the first block unless somebody put a picture before the sound. */
const FIRST_BLOCK = 4_096;
const LARGE_BLOCK = 1_048_576;

/** Files that are read at the same time. */
const LANES = 16;

/** Names of all `.wav` files below a folder, in the order of their names. Throws where it cannot be read. */
export async function findClips(folder: string): Promise<readonly string[]> {
  const names: string[] = [];
  const walk = async (below: string, depth: number): Promise<void> => {
    const entries = await readdir(path.join(folder, below), { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (names.length > MAX_CLIPS) return;
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isFile() && /\.wav$/i.test(entry.name)) names.push(name);
      else if (entry.isDirectory() && depth < MAX_DEPTH && !entry.name.startsWith('.')) {
        // A folder within that cannot be read is left out; the folder itself must be readable.
        await walk(name, depth + 1).catch(() => undefined);
      }
    }
  };
  await walk('', 0);
  return names;
}

/** The headers of the clips named, in their order. `onClip` is told how many are done. */
export async function readHeaders(
  folder: string,
  names: readonly string[],
  onClip: (done: number) => boolean,
): Promise<readonly Clip[]> {
  const clips = new Array<Clip | undefined>(names.length);
  let next = 0;
  let done = 0;
  let going = true;
  const lane = async (): Promise<void> => {
    for (let at = next++; going && at < names.length; at = next++) {
      clips[at] = await readClip(folder, names[at] ?? '');
      going = onClip(++done);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return clips.filter((clip) => clip !== undefined);
}

async function readClip(folder: string, name: string): Promise<Clip> {
  let file: FileHandle | undefined;
  try {
    file = await open(path.join(folder, name));
    const { size } = await file.stat();
    const outcome = await headerOf(file, size);
    return outcome.ok
      ? { name, bytes: size, format: outcome.value.format }
      : { name, bytes: size, problem: outcome.problem };
  } catch {
    return { name, bytes: 0, ...waveProblem('wave.unreadable') };
  } finally {
    await file?.close();
  }
}

async function headerOf(file: FileHandle, size: number): Promise<WaveOutcome<WaveHeader>> {
  for (const block of [FIRST_BLOCK, LARGE_BLOCK]) {
    const bytes = new Uint8Array(Math.min(block, size));
    await file.read(bytes, 0, bytes.length, 0);
    const outcome = readWaveHeader(bytes, size);
    if (outcome !== 'more') return outcome;
  }
  return waveProblem('wave.noData');
}
