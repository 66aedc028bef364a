import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeNpy } from '../../../../src/engine/audio/npy.js';
import { PYTHON, without } from '../../../bench/python.js';

describe('a matrix for NumPy', () => {
  const values = Float32Array.from([1, 2.5, -3, 4e10, 0, 6]);

  it('begins with a header that fills whole lines of 64 bytes', () => {
    const bytes = writeNpy(values, 2, 3);
    expect((bytes.length - 24) % 64).toBe(0);
    expect(Buffer.from(bytes.subarray(0, 8)).toString('latin1')).toBe('\x93NUMPY\x01\x00');
    expect(Buffer.from(bytes.subarray(-24)).readFloatLE(4)).toBe(2.5);
  });

  it.skipIf(without('numpy'))('is what NumPy loads (needs python3 with NumPy)', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tarea-npy-'));
    const file = path.join(folder, 'a.npy');
    writeFileSync(file, writeNpy(values, 2, 3));
    const script = 'import sys, numpy; a = numpy.load(sys.argv[1]); print(a.dtype, a.tolist())';
    const { stdout } = spawnSync(PYTHON, ['-c', script, file], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect(stdout.trim()).toBe('float32 [[1.0, 2.5, -3.0], [40000000000.0, 0.0, 6.0]]');
  });
});
