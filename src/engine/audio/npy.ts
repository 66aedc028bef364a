/**
 * A matrix as NumPy's `np.load` reads it: format 1.0 of NEP 1, little-endian single precision, row by
 * row. `values` holds `rows * columns` numbers.
 */
export function writeNpy(values: Float32Array, rows: number, columns: number): Uint8Array {
  const shape = `(${rows}, ${columns})`;
  const text = `{'descr': '<f4', 'fortran_order': False, 'shape': ${shape}, }`;
  // With the eleven bytes around it, the header fills a multiple of 64.
  const length = Math.ceil((text.length + 11) / 64) * 64 - 10;
  const header = `${text.padEnd(length - 1)}\n`;
  const bytes = new Uint8Array(10 + length + values.length * 4);
  bytes.set([0x93, ...codes('NUMPY'), 1, 0, length % 256, length >> 8]);
  bytes.set(codes(header), 10);
  const view = new DataView(bytes.buffer);
  values.forEach((value, at) => {
    view.setFloat32(10 + length + at * 4, value, true);
  });
  return bytes;
}

function codes(text: string): readonly number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}
