import { randomFrom } from '../random.js';
import { readClipName } from './clip.js';

/** A part of a data set, as a folder of clips shows it or as a split makes it. */
export interface SpeakerPart {
  readonly name: string;
  readonly clips: readonly string[];
  readonly speakers: readonly string[];
}

/** Whether the same voice is heard in training and in testing. */
export interface SpeakerCheck {
  /** `folders`: train, test ... are folders already. `proposed`: nothing is split yet. */
  readonly kind: 'folders' | 'proposed';
  readonly parts: readonly SpeakerPart[];
  /** Speakers of more than one part. */
  readonly shared: readonly string[];
  /** How many speakers a plain random split of the same sizes would put into more than one part. */
  readonly random: number;
}

/** Undefined where the names say no speaker. */
export function checkSpeakers(names: readonly string[], seed: number): SpeakerCheck | undefined {
  const named = names.filter((name) => readClipName(name) !== undefined);
  const folders = partsByFolder(named);
  if (folders.length > 1) {
    return { kind: 'folders', parts: folders, shared: sharedBy(folders), random: 0 };
  }
  const speakers = speakersOf(named);
  if (speakers.length < 2) return undefined;
  const parts = splitBySpeaker(named, seed);
  return {
    kind: 'proposed',
    parts,
    shared: [],
    random: sharedBy(splitAtRandom(named, seed)).length,
  };
}

/** Folder names that mean a part of a split, whatever lies above them. */
const PART =
  /^(?:train(?:ing)?|entrenamiento|val(?:id(?:ation|acion|ación)?)?|dev|test(?:ing)?|prueba)$/i;

function partsByFolder(names: readonly string[]): readonly SpeakerPart[] {
  const parts = new Map<string, string[]>();
  for (const name of names) {
    const folder = name
      .split('/')
      .slice(0, -1)
      .find((piece) => PART.test(piece));
    if (folder !== undefined) parts.set(folder, [...(parts.get(folder) ?? []), name]);
  }
  return [...parts].map(([name, clips]) => part(name, clips));
}

/** Train, validation and test in the proportions that are usual. */
const SHARES = { train: 0.8, validation: 0.1, test: 0.1 } as const;

/** Whole speakers in a seeded order; each goes where most clips are missing still. */
function splitBySpeaker(names: readonly string[], seed: number): readonly SpeakerPart[] {
  const clipsOf = new Map<string, string[]>();
  for (const name of names) {
    const speaker = readClipName(name)?.speaker ?? '';
    const clips = clipsOf.get(speaker) ?? [];
    clips.push(name);
    clipsOf.set(speaker, clips);
  }
  const parts = Object.entries(SHARES).map(([name, share]) => ({
    name,
    wanted: share * names.length,
    clips: [] as string[],
  }));
  for (const clips of inSeededOrder([...clipsOf.values()], seed)) {
    const emptiest = parts.reduce((best, each) =>
      each.clips.length / each.wanted < best.clips.length / best.wanted ? each : best,
    );
    emptiest.clips.push(...clips);
  }
  return parts.filter(({ clips }) => clips.length > 0).map(({ name, clips }) => part(name, clips));
}

function splitAtRandom(names: readonly string[], seed: number): readonly SpeakerPart[] {
  const mixed = inSeededOrder(names, seed);
  const train = Math.round(mixed.length * SHARES.train);
  const test = Math.round(mixed.length * (SHARES.train + SHARES.validation));
  return [
    part('train', mixed.slice(0, train)),
    part('validation', mixed.slice(train, test)),
    part('test', mixed.slice(test)),
  ];
}

function inSeededOrder<T>(items: readonly T[], seed: number): readonly T[] {
  const random = randomFrom(seed);
  return items
    .map((item) => ({ item, place: random.uniform() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

function part(name: string, clips: readonly string[]): SpeakerPart {
  return { name, clips, speakers: speakersOf(clips) };
}

function speakersOf(names: readonly string[]): readonly string[] {
  const speakers = names.map((name) => readClipName(name)?.speaker ?? '');
  return [...new Set(speakers)].sort();
}

function sharedBy(parts: readonly SpeakerPart[]): readonly string[] {
  const heard = parts.flatMap(({ speakers }) => speakers);
  return [...new Set(heard.filter((speaker, at) => heard.indexOf(speaker) !== at))].sort();
}
