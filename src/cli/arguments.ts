import { parseArgs } from 'node:util';
import type { Args } from '../shared/say.js';
import { sentences } from './sentences.js';

export type Format = 'text' | 'json';
export type Language = 'es' | 'en';

/** What the person asked for. */
export interface Arguments {
  readonly files: readonly string[];
  readonly format: Format;
  /** Absent: the language of the environment. */
  readonly lang?: Language;
  readonly time: boolean;
  readonly help: boolean;
  /** What is not understood: a sentence and its arguments. */
  readonly misunderstood?: { readonly sentence: string; readonly args: Args };
}

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  format: ['text', 'json'],
  lang: ['es', 'en'],
};

const FLAGS: readonly string[] = ['time', 'help'];

/** Reads a command line without throwing: what is wrong with it is part of the answer. */
export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options: {
      format: { type: 'string' },
      lang: { type: 'string' },
      time: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const [verb, ...files] = positionals;
  const help = values.help === true || argv.length === 0;
  const problem = tokens.flatMap(misunderstood)[0] ?? (help ? undefined : missing(verb, files));
  return {
    files,
    format: values.format === 'json' ? 'json' : 'text',
    ...(values.lang === 'es' || values.lang === 'en' ? { lang: values.lang } : {}),
    time: values.time === true,
    help,
    ...(problem === undefined ? {} : { misunderstood: problem }),
  };
}

type Misunderstood = NonNullable<Arguments['misunderstood']>;
type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];

function misunderstood(token: Token): Misunderstood[] {
  if (token.kind !== 'option') return [];
  const { name, rawName: option, value } = token;
  const values = Object.hasOwn(CHOICES, name) ? CHOICES[name] : undefined;
  if (values !== undefined) {
    const known = value !== undefined && values.includes(value);
    return known
      ? []
      : [{ sentence: sentences.badValue, args: { option, values: values.join(', ') } }];
  }
  const known = FLAGS.includes(name) && value === undefined;
  return known ? [] : [{ sentence: sentences.unknownOption, args: { option } }];
}

function missing(verb: string | undefined, files: readonly string[]): Misunderstood | undefined {
  if (verb !== 'check') return { sentence: sentences.unknownVerb, args: { verb: verb ?? '""' } };
  return files.length === 0 ? { sentence: sentences.noFiles, args: {} } : undefined;
}
