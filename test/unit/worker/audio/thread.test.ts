import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { USUAL, VARIANTS } from '../../../../src/engine/audio/variants.js';
import { writeWave } from '../../../../src/engine/audio/writeWave.js';
import type { ExportRequest } from '../../../../src/shared/audioProtocol.js';
import { clipCodeWords } from '../../../../src/shared/audioWords.js';
import { startExport } from '../../../../src/worker/audio/exporter.js';
import { startAudioThread, type AudioThread } from '../../../../src/worker/audio/thread.js';

const root = mkdtempSync(path.join(tmpdir(), 'tarea-audio-'));
const script = path.join(root, 'audio.cjs');
const folder = path.join(root, 'clips');
let target = '';
let thread: AudioThread;

const tone = (hz: number, count = 2400): Uint8Array =>
  writeWave(
    Float32Array.from({ length: count }, (_, at) => 0.5 * Math.sin((2 * Math.PI * hz * at) / 8000)),
    8000,
  );

beforeAll(async () => {
  const options = { bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' } as const;
  await build({ ...options, entryPoints: ['src/worker/audio/entry.ts'], outfile: script });
  mkdirSync(path.join(folder, 'more'), { recursive: true });
  for (let digit = 0; digit < 6; digit++) {
    writeFileSync(path.join(folder, `${String(digit)}_ana_0.wav`), tone(200 + 300 * digit));
    writeFileSync(
      path.join(folder, 'more', `${String(digit)}_luis_0.wav`),
      tone(220 + 300 * digit),
    );
  }
  writeFileSync(path.join(folder, '9_ana_0.wav'), tone(500).slice(0, 1000));
  thread = startAudioThread(script);
});

afterAll(() => {
  thread.end();
  rmSync(root, { recursive: true, force: true });
});

beforeEach(() => {
  target = mkdtempSync(path.join(root, 'out-'));
});

const settings = { ...USUAL, mel: { ...USUAL.mel, fftSize: 256, hop: 64, bands: 32 } };
const request = (change: Partial<ExportRequest> = {}): ExportRequest => ({
  folder,
  target,
  settings,
  variants: VARIANTS,
  ...change,
});
const exportAll = (asked: ExportRequest) =>
  startExport(
    asked,
    () => startAudioThread(script),
    () => undefined,
  );

describe('the audio thread', () => {
  it('lists a folder and all below it', async () => {
    const reply = await thread.endpoint.request('scan', { folder }).result;
    expect(reply).toMatchObject({
      ok: true,
      more: false,
      overview: { clips: 13, speakers: [{ name: 'ana' }, { name: 'luis' }] },
      speakers: { kind: 'proposed' },
    });
    if (!reply.ok) return;
    expect(reply.overview.odd).toEqual([{ name: '9_ana_0.wav', reason: 'unreadable' }]);
    expect(reply.clips.find(({ name }) => name === 'more/3_luis_0.wav')?.format?.frames).toBe(2400);
  });

  it('shows a clip: its loudest band is where its tone is', async () => {
    const name = '4_ana_0.wav';
    const look = await thread.endpoint.request('look', { folder, name, settings }).result;
    if (!look.ok) throw new Error(look.problem.code);
    const { raw } = look.pictures;
    const middle = Math.floor(look.frames / 2);
    const loudness = look.centres.map((_, band) => raw[band * look.frames + middle] ?? -Infinity);
    const loudest = look.centres[loudness.indexOf(Math.max(...loudness))] ?? 0;
    expect(Math.abs(loudest - 1400)).toBeLessThan(150);
    expect(look.seconds).toBeCloseTo(0.3, 1);
    expect(look.pictures.masked).not.toEqual(raw);
    expect(Math.max(...look.peaks)).toBeCloseTo(0.5, 1);
  });

  it('writes the code for a clip with the settings that it was looked at with', async () => {
    const { mel, seconds } = settings;
    const clip = { fileName: 'clips/4_ana_0.wav', rate: 8000, mel, seconds };
    const { text } = await thread.endpoint.request('code', { clip, comments: clipCodeWords })
      .result;
    expect(text).toContain("librosa.load('clips/4_ana_0.wav', sr=None, mono=True)");
    expect(text).toMatch(/n_fft=256,\s+hop_length=64,\s+n_mels=32,/);
  });

  it.each([
    ['wave.truncated', '9_ana_0.wav'],
    ['wave.unreadable', 'none.wav'],
  ])('says %s', async (code, name) => {
    const look = await thread.endpoint.request('look', { folder, name, settings }).result;
    expect(look).toMatchObject({ ok: false, problem: { code } });
  });

  it.each([
    ['audio.folder', 'nowhere'],
    ['audio.noClips', '.'],
  ])('says %s', async (code, below) => {
    const empty = path.join(target, below);
    const reply = await thread.endpoint.request('scan', { folder: empty }).result;
    expect(reply).toMatchObject({ ok: false, problem: { code } });
  });
});

describe('an export', () => {
  it('writes every variant of every clip, and a table of them', async () => {
    const reply = await exportAll(request()).result;
    expect(reply).toMatchObject({ ok: true, written: 12, kept: 0 });
    if (!reply.ok) return;
    expect(reply.failed.map(({ name, problem }) => [name, problem.code])).toEqual([
      ['9_ana_0.wav', 'wave.truncated'],
    ]);
    for (const variant of VARIANTS) {
      expect(readdirSync(path.join(target, variant, 'more'))).toHaveLength(6);
      const { size } = statSync(path.join(target, variant, '0_ana_0.npy'));
      expect(size).toBe(128 + 4 * 32 * (1 + Math.floor(2400 / 64)));
    }
    const [head, first, ...rest] = readFileSync(path.join(target, 'clips.csv'), 'utf8').split('\n');
    expect(head).toBe('file,label,speaker,take,rate,seconds,frames');
    expect(first).toBe('0_ana_0.npy,0,ana,0,8000,0.3,38');
    expect(rest.filter((line) => line !== '')).toHaveLength(11);
  });

  it('goes on where it stopped', async () => {
    await exportAll(request()).result;
    const lost = path.join(target, 'both', '1_ana_0.npy');
    const kept = path.join(target, 'both', '2_ana_0.npy');
    rmSync(lost);
    utimesSync(kept, 0, 0);
    expect(await exportAll(request()).result).toMatchObject({ ok: true, written: 1, kept: 11 });
    expect(existsSync(lost)).toBe(true);
    expect(statSync(kept).mtimeMs).toBe(0);
  });

  it('leaves a folder alone that holds an export with other settings', async () => {
    await exportAll(request()).result;
    const other = { ...settings, mel: { ...settings.mel, bands: 20 } };
    expect(await exportAll(request({ settings: other })).result).toMatchObject({
      ok: false,
      problem: { code: 'audio.otherSettings' },
    });
  });

  it('does not write among the clips', async () => {
    expect(await exportAll(request({ target: folder })).result).toMatchObject({
      ok: false,
      problem: { code: 'audio.sameFolder' },
    });
  });

  it('makes all clips equally long where that is asked', async () => {
    await exportAll(request({ settings: { ...settings, seconds: 0.5 }, variants: ['raw'] })).result;
    expect(readdirSync(target).toSorted()).toEqual(['clips.csv', 'manifest.json', 'raw']);
    const { size } = statSync(path.join(target, 'raw', '0_ana_0.npy'));
    expect(size).toBe(128 + 4 * 32 * (1 + Math.floor(4000 / 64)));
  });

  it('can be stopped', async () => {
    const running = exportAll(request());
    running.cancel();
    await expect(running.result).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('says when the target cannot be written', async () => {
    const blocked = path.join(target, 'file');
    writeFileSync(blocked, '');
    expect(await exportAll(request({ target: path.join(blocked, 'out') })).result).toMatchObject({
      ok: false,
      problem: { code: 'audio.write' },
    });
  });
});
