import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { overviewOf } from '../../../src/engine/audio/overview.js';
import { findClips, readHeaders } from '../../../src/worker/audio/scan.js';

const folder = 'examples/audio';

/** A script of ours that the type check reads with other settings than the tests'. */
const { clips } = (await import(
  /* @vite-ignore */ pathToFileURL(path.resolve('scripts/clips.mjs')).href
)) as { readonly clips: () => ReadonlyMap<string, Buffer> };

describe('the sample clips', () => {
  it('are those that the script makes', () => {
    const made = clips();
    const names = readdirSync(folder).filter((name) => name.endsWith('.wav'));
    expect(names.toSorted()).toEqual([...made.keys()].toSorted());
    for (const [name, bytes] of made) {
      expect(readFileSync(path.join(folder, name)).equals(bytes), name).toBe(true);
    }
  });

  it('are wrong where their README says so, and nowhere else', async () => {
    const headers = await readHeaders(folder, await findClips(folder), () => true);
    expect(overviewOf(headers).odd).toEqual([
      { name: '1_ana_1.wav', reason: 'rate' },
      { name: '2_beto_1.wav', reason: 'short' },
      { name: '3_carla_1.wav', reason: 'unreadable' },
    ]);
  });
});
