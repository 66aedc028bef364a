import { styleText } from 'node:util';
import type { TableClient } from '../worker/table/client.js';
import { speaker, type Say } from '../shared/say.js';
import { spanish } from '../shared/spanish.js';
import { exitCodeOfData, lookAt } from './data.js';
import { dataJson } from './dataJson.js';
import { dataText, problemLine } from './dataText.js';
import { readArguments, type Arguments, type Language } from './arguments.js';
import { checkFiles, exitCodeOf } from './check.js';
import { jsonReport } from './jsonReport.js';
import { sentences } from './sentences.js';
import { errorLines, tame, textReport, type Voice } from './textReport.js';

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether what goes to standard output may be coloured. */
  readonly colour: boolean;
  /** Starts the database that reads tables; it is disposed of before the command ends. */
  readonly openTables: () => TableClient;
}

/** What a command ends with; nothing is written here. */
export interface Ending {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one command line, without the name of the program. */
export async function runCommand(
  argv: readonly string[],
  { env, colour, openTables }: Surroundings,
): Promise<Ending> {
  const asked = readArguments(argv);
  const say = speaker((asked.lang ?? languageOf(env)) === 'es' ? spanish : {});
  if (asked.misunderstood !== undefined) {
    const { sentence, args } = asked.misunderstood;
    return { exitCode: 2, out: '', err: `${tame(say(sentence, args))}\n${say(sentences.usage)}\n` };
  }
  if (asked.help) return { exitCode: 0, out: help(say), err: '' };
  const voice: Voice = {
    say,
    paint: (style, text) => (colour ? styleText(style, text) : text),
  };
  return asked.verb === 'data' ? data(asked, voice, openTables) : check(asked, voice);
}

async function data(
  { files: [path = ''], target, against, format }: Arguments,
  voice: Voice,
  openTables: Surroundings['openTables'],
): Promise<Ending> {
  const client = openTables();
  try {
    const outcome = await lookAt({ path, target, against }, client);
    const out = format === 'json' ? dataJson(outcome, voice.say) : dataText(outcome, voice);
    const err = 'problem' in outcome ? problemLine(outcome, voice) : '';
    return { exitCode: exitCodeOfData(outcome), out, err };
  } finally {
    client.dispose();
  }
}

async function check({ files, format, time }: Arguments, voice: Voice): Promise<Ending> {
  const outcome = await checkFiles(files, voice.say);
  const errors = errorLines(outcome, voice);
  const out = format === 'json' ? jsonReport(outcome, time) : textReport(outcome, voice, time);
  return { exitCode: exitCodeOf(outcome), out, err: errors.map((line) => `${line}\n`).join('') };
}

/** As every program of the terminal finds it out. */
function languageOf(env: Surroundings['env']): Language {
  const said = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => Boolean(value));
  return said?.startsWith('es') === true ? 'es' : 'en';
}

function help(say: Say): string {
  const options = [
    ['--format text|json', say(sentences.helpFormat)],
    ['--lang es|en', say(sentences.helpLang)],
    ['--target COLUMN', say(sentences.helpTarget)],
    ['--against FILE', say(sentences.helpAgainst)],
    ['--time', say(sentences.helpTime)],
    ['-h, --help', say(sentences.helpHelp)],
  ].map(([name = '', meaning = '']) => `  ${name.padEnd(20)}${meaning}`);
  const lines = [
    say(sentences.helpAbout),
    say(sentences.helpData),
    '',
    say(sentences.usage),
    '',
    ...options,
    '',
    say(sentences.helpExit),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
