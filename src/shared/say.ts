import type { Wordings } from './words.js';

export type Args = Readonly<Record<string, string>>;

/** Says an English template in the person's language, with its `{placeholders}` filled. */
export type Say = (template: string, args?: Args) => string;

/** Translations by their English template. */
export type Bundle = Readonly<Record<string, string>>;

/** The longest that a piece of the document may appear within a sentence. */
const MAX_ARGUMENT = 96;

/** Speaks from a bundle; what is not in it is said in English. */
export function speaker(bundle: Bundle): Say {
  return (template, args) => fill(bundle[template] ?? template, args ?? {});
}

/** The first wording whose placeholders all have a value, said with those values. */
export function sayFirst(say: Say, wordings: Wordings, args: Args): string {
  const known = (wording: string): boolean =>
    placeholders(wording).every((name) => Object.hasOwn(args, name) && args[name] !== '');
  const wording = wordings.find(known) ?? wordings[wordings.length - 1] ?? wordings[0];
  return say(wording, clipAll(args));
}

/** The names of a template's placeholders. */
export function placeholders(template: string): readonly string[] {
  return [...template.matchAll(PLACEHOLDER)].flatMap((match) => match[1] ?? []);
}

/** One line, cut to a length that a message can bear. */
export function clip(text: string, limit = MAX_ARGUMENT): string {
  const line = text
    .slice(0, limit * 4)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > limit ? `${line.slice(0, limit - 1)}…` : line;
}

const PLACEHOLDER = /\{([a-z]+)\}/g;

function fill(template: string, args: Args): string {
  return template.replace(PLACEHOLDER, (whole, name: string) =>
    Object.hasOwn(args, name) ? (args[name] ?? whole) : whole,
  );
}

function clipAll(args: Args): Args {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, clip(value)]));
}
