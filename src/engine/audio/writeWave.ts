/** A mono file of 16 bit integers; what lies beyond [-1, 1] is cut there. */
export function writeWave(samples: Float32Array, rate: number): Uint8Array {
  const bytes = new Uint8Array(HEADER + samples.length * 2);
  const view = new DataView(bytes.buffer);
  const name = (at: number, letters: string): void => {
    for (let i = 0; i < letters.length; i++) bytes[at + i] = letters.charCodeAt(i);
  };
  name(0, 'RIFF');
  view.setUint32(4, bytes.length - 8, true);
  name(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  name(36, 'data');
  view.setUint32(40, samples.length * 2, true);
  samples.forEach((sample, at) => {
    const value = Math.round(Math.min(Math.max(sample, -1), 1) * 32_768);
    view.setInt16(HEADER + at * 2, Math.min(value, 32_767), true);
  });
  return bytes;
}

const HEADER = 44;
