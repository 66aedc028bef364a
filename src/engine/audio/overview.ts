import { lengthOf, readClipName, type Clip } from './clip.js';

/** What a folder of clips is made of. */
export interface Overview {
  readonly clips: number;
  readonly seconds: number;
  /** Clips that could be read and whose names say a class; empty where none does. */
  readonly classes: readonly Tally[];
  readonly speakers: readonly Tally[];
  /** Clips whose names say nothing. */
  readonly unnamed: number;
  /** Every combination of rate, channels and width, the most frequent first. */
  readonly formats: readonly FormatTally[];
  readonly lengths: Lengths | undefined;
  readonly odd: readonly OddClip[];
}

export interface Tally {
  readonly name: string;
  readonly count: number;
}

export interface FormatTally {
  readonly rate: number;
  readonly channels: number;
  readonly bits: number;
  readonly count: number;
}

/** Seconds. */
export interface Lengths {
  readonly shortest: number;
  readonly median: number;
  readonly longest: number;
}

/** A clip that would spoil a training run, or that is not like the rest. */
export interface OddClip {
  readonly name: string;
  readonly reason: 'unreadable' | 'rate' | 'channels' | 'short' | 'long';
}

export function overviewOf(clips: readonly Clip[]): Overview {
  const readable = clips.filter((clip) => clip.format !== undefined);
  const names = clips.map(({ name }) => readClipName(name)).filter((name) => name !== undefined);
  const formats = formatsOf(readable);
  const seconds = readable.map(secondsOf).sort((a, b) => a - b);
  return {
    clips: clips.length,
    seconds: seconds.reduce((sum, length) => sum + length, 0),
    classes: tally(names.map(({ label }) => label)),
    speakers: tally(names.map(({ speaker }) => speaker)),
    unnamed: clips.length - names.length,
    formats,
    lengths:
      seconds.length === 0
        ? undefined
        : { shortest: at(seconds, 0), median: at(seconds, 0.5), longest: at(seconds, 1) },
    odd: oddOnes(clips, formats[0], seconds),
  };
}

/**
 * What lies further than three interquartile ranges beyond the quartiles ("far out", Tukey, 1977) is
 * odd, as is what is less than half or more than twice the median: clips are much alike, so that the
 * ranges alone would find a tenth of a second remarkable.
 */
function oddOnes(
  clips: readonly Clip[],
  usual: FormatTally | undefined,
  sorted: readonly number[],
): readonly OddClip[] {
  const [lower, middle, upper] = [at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75)];
  const range = FAR_OUT * (upper - lower);
  const short = Math.min(lower - range, middle / 2);
  const long = Math.max(upper + range, middle * 2);
  return clips.flatMap((clip): readonly OddClip[] => {
    const { name, format } = clip;
    if (format === undefined) return [{ name, reason: 'unreadable' }];
    const found: OddClip['reason'][] = [];
    if (format.rate !== usual?.rate) found.push('rate');
    if (format.channels !== usual?.channels) found.push('channels');
    const seconds = lengthOf(format);
    if (seconds < short) found.push('short');
    if (seconds > long) found.push('long');
    return found.map((reason) => ({ name, reason }));
  });
}

const FAR_OUT = 3;

function formatsOf(clips: readonly Clip[]): readonly FormatTally[] {
  const tallies = new Map<string, FormatTally>();
  for (const { format } of clips) {
    if (format === undefined) continue;
    const { rate, channels, bits } = format;
    const key = [rate, channels, bits].join(' ');
    tallies.set(key, { rate, channels, bits, count: (tallies.get(key)?.count ?? 0) + 1 });
  }
  return [...tallies.values()].sort((a, b) => b.count - a.count || a.rate - b.rate);
}

/** By name: numbers as numbers, then the rest by their letters. */
function tally(names: readonly string[]): readonly Tally[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => Number(a.name) - Number(b.name) || (a.name < b.name ? -1 : 1));
}

function secondsOf({ format }: Clip): number {
  return format === undefined ? 0 : lengthOf(format);
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.round((sorted.length - 1) * share)] ?? 0;
}
