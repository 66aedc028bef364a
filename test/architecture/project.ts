import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

const passedOver = new Set(['node_modules', 'dist', '.git']);

/** Every file of the project below `folder`, relative to the root, with `/` between names, sorted. */
export function filesBelow(folder: string): readonly string[] {
  const absolute = path.join(root, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { withFileTypes: true })
    .filter((entry) => !passedOver.has(entry.name))
    .flatMap((entry) => {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(name) : [name];
    })
    .toSorted();
}

/** Everything of ours that is written by hand in TypeScript or JavaScript. */
export function sources(): readonly string[] {
  return filesBelow('').filter((file) => /\.(?:ts|js|mjs|cjs)$/.test(file));
}

export function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

export function exists(file: string): boolean {
  return existsSync(path.join(root, file));
}

/** The part of package.json that other files must agree with. */
export interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly contributes?: {
    readonly commands?: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
    }[];
    readonly customEditors?: readonly { readonly viewType: string }[];
    readonly views?: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsContainers?: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly configuration?: {
      readonly properties: Readonly<Record<string, unknown>>;
    };
  };
}

export function manifest(): Manifest {
  return JSON.parse(read('package.json')) as Manifest;
}
