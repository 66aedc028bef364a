import { gramBytes } from './gramBytes.js';

/** Numbers of a column that the kernel takes at once; within them it sums in single precision, beyond in double. */
export const BLOCK = 256;

/** The functions of `gram.wat`, with a memory of their own. */
export interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
  readonly accumulate: (
    block: number,
    columns: number,
    sums: number,
    from: number,
    until: number,
  ) => void;
}

/** The memory starts with zeros, and a large one is given back afterwards. */
export function kernelFor(bytes: number): Kernel {
  compiled ??= new WebAssembly.Module(Buffer.from(gramBytes, 'base64'));
  const kernel = new WebAssembly.Instance(compiled).exports as Kernel;
  kernel.memory.grow(Math.ceil(bytes / PAGE));
  return kernel;
}

const PAGE = 65_536;

let compiled: object | undefined;
