import { scoreAgreement } from './agreement/run.js';
import { timeAudio } from './audio.js';
import { scoreBank } from './bank.js';
import { scoreDialects } from './dialect.js';
import { scoreDocuments } from './documents.js';
import { scoreInvariance } from './invariance.js';
import { timeProjections } from './projection.js';
import { scoreMutants } from './survivors.js';
import { timeChecks } from './speed.js';
import { timeSympy } from './sympy/bench.js';
import { timeTables } from './tables/bench.js';
import { scoreTruth } from './truth.js';

/** What a verb is asked: where the checkout is, and which files or formulas to look at. */
export interface Question {
  readonly root: string;
  /** Only items whose file or id contains this. */
  readonly only: string;
  /** Numbers given as `--name=value`. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly flags: ReadonlySet<string>;
}

type Verb = (question: Question) => Promise<string>;

const VERBS: ReadonlyMap<string, Verb> = new Map([
  ['truth', scoreTruth],
  ['bank', scoreBank],
  ['documents', scoreDocuments],
  ['mutants', scoreMutants],
  ['invariance', scoreInvariance],
  ['agreement', scoreAgreement],
  ['speed', timeChecks],
  ['sympy', timeSympy],
  ['dialect', scoreDialects],
  ['tables', timeTables],
  ['projection', timeProjections],
  ['audio', timeAudio],
]);

/** Runs the verb named by the first argument, prints its table, and gives the exit code. */
export async function score(root: string, args: readonly string[]): Promise<number> {
  const verb = VERBS.get(args[0] ?? '');
  if (verb === undefined) {
    process.stderr.write(`Verbs: ${[...VERBS.keys()].join(', ')}; options: --only TEXT\n`);
    return 2;
  }
  process.stdout.write(`${await verb(readQuestion(root, args.slice(1)))}\n`);
  return 0;
}

function readQuestion(root: string, args: readonly string[]): Question {
  const numbers = new Map<string, number>();
  const flags = new Set<string>();
  let only = '';
  args.forEach((arg, index) => {
    const assigned = /^--(\w+)=(.+)$/.exec(arg);
    if (arg === '--only') only = args[index + 1] ?? '';
    else if (assigned?.[1] === 'only') only = assigned[2] ?? '';
    else if (assigned) numbers.set(assigned[1] ?? '', Number(assigned[2]));
    else if (arg.startsWith('--')) flags.add(arg.slice(2));
  });
  return { root, only, numbers, flags };
}
