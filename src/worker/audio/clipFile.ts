import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { readWave } from '../../engine/audio/readWave.js';
import { waveProblem, type Wave, type WaveOutcome } from '../../engine/audio/wave.js';

/** Bytes: ten minutes of two channels in CD quality, and some more. */
const MAX_BYTES = 120_000_000;

/** Reads and decodes one clip of a folder; nothing throws. */
export async function readClipFile(folder: string, name: string): Promise<WaveOutcome<Wave>> {
  const file = path.join(folder, name);
  try {
    const { size } = await stat(file);
    if (size > MAX_BYTES) return waveProblem('wave.tooLong', { bytes: size, limit: MAX_BYTES });
    return readWave(await readFile(file));
  } catch {
    return waveProblem('wave.unreadable');
  }
}
