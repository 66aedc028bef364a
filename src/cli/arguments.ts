import { parseArgs } from 'node:util';
import type { Args } from '../shared/say.js';
import { sentences } from './sentences.js';

export type Format = 'text' | 'json';
export type Language = 'es' | 'en';

export type CommandVerb = 'check' | 'data';

/** What the person asked for. */
export interface Arguments {
  readonly verb: CommandVerb;
  readonly files: readonly string[];
  readonly format: Format;
  /** Absent: the language of the environment. */
  readonly lang?: Language;
  readonly time: boolean;
  readonly help: boolean;
  /** Of `data`: the column to be predicted, and the file to compare with. */
  readonly target?: string;
  readonly against?: string;
  /** What is not understood: a sentence and its arguments. */
  readonly misunderstood?: { readonly sentence: string; readonly args: Args };
}

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  format: ['text', 'json'],
  lang: ['es', 'en'],
};

/** Options that take any value, which only `data` knows. */
const NAMES: readonly string[] = ['target', 'against'];

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
      target: { type: 'string' },
      against: { type: 'string' },
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const [verb, ...files] = positionals;
  const help = values.help === true || argv.length === 0;
  const problem =
    tokens.flatMap((token) => misunderstood(token, verb))[0] ??
    (help ? undefined : missing(verb, files));
  const { target, against } = values;
  return {
    verb: verb === 'data' ? 'data' : 'check',
    files,
    format: values.format === 'json' ? 'json' : 'text',
    ...(values.lang === 'es' || values.lang === 'en' ? { lang: values.lang } : {}),
    time: values.time === true,
    help,
    ...(typeof target === 'string' ? { target } : {}),
    ...(typeof against === 'string' ? { against } : {}),
    ...(problem === undefined ? {} : { misunderstood: problem }),
  };
}

type Misunderstood = NonNullable<Arguments['misunderstood']>;
type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];

function misunderstood(token: Token, verb: string | undefined): Misunderstood[] {
  if (token.kind !== 'option') return [];
  const { name, rawName: option, value } = token;
  const values = Object.hasOwn(CHOICES, name) ? CHOICES[name] : undefined;
  if (values !== undefined) {
    const known = value !== undefined && values.includes(value);
    return known
      ? []
      : [{ sentence: sentences.badValue, args: { option, values: values.join(', ') } }];
  }
  if (verb === 'data' && NAMES.includes(name)) {
    return value === undefined || value === ''
      ? [{ sentence: sentences.noValue, args: { option } }]
      : [];
  }
  const known = FLAGS.includes(name) && value === undefined;
  return known ? [] : [{ sentence: sentences.unknownOption, args: { option } }];
}

function missing(verb: string | undefined, files: readonly string[]): Misunderstood | undefined {
  if (verb === 'data' && files.length !== 1) return { sentence: sentences.oneFile, args: {} };
  if (verb !== 'check' && verb !== 'data')
    return { sentence: sentences.unknownVerb, args: { verb: verb ?? '""' } };
  return files.length === 0 ? { sentence: sentences.noFiles, args: {} } : undefined;
}
