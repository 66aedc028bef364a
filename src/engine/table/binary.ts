/** First bytes of formats that are no text; the name is the one that people call the format by. */
const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['zip/xlsx', [0x50, 0x4b, 0x03, 0x04]],
  ['gzip', [0x1f, 0x8b]],
  ['Parquet', [0x50, 0x41, 0x52, 0x31]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ['SQLite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['HDF5', [0x89, 0x48, 0x44, 0x46]],
  ['NumPy', [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['WAV', [0x52, 0x49, 0x46, 0x46]],
  ['bzip2', [0x42, 0x5a, 0x68, 0x39]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['Feather', [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31]],
];

/** The format of a file that is no text, empty where it is not known which; undefined for text. */
export function binaryFormat(bytes: Uint8Array): string | undefined {
  const row = SIGNATURES.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte));
  return row?.[0];
}

/** Whether decoded bytes hold more control characters than any text does. */
export function isBinary(utf8: Uint8Array, zeros: number): boolean {
  let controls = zeros;
  for (const byte of utf8.subarray(0, LOOKED_AT))
    if (byte < 32 && (byte < 9 || byte > 13) && byte !== 27) controls++;
  return controls > MOST_CONTROLS * (Math.min(utf8.length, LOOKED_AT) + zeros) && controls > FEW;
}

const LOOKED_AT = 65_536;
const MOST_CONTROLS = 0.1;
const FEW = 4;
