import type { AudioState, SpeakerCheck } from '../../shared/audioViewProtocol.js';
import { audioWords } from '../../shared/audioWords.js';
import { formatCount } from '../data/numbers.js';
import { textTable } from '../textTable.js';
import { button, make } from '../ui.js';
import type { AudioContext } from './context.js';
import { tallyTable } from './folderPage.js';

/** Names told in a row; more are counted. */
const MAX_NAMES = 12;

/** Who speaks, and whether the same voice is trained with and tested with. */
export function createSpeakersPage(context: AudioContext): {
  readonly element: HTMLElement;
  readonly draw: (state: AudioState) => void;
} {
  const element = make('div', 'folder-page');
  return {
    element,
    draw: ({ folder }) => {
      if (folder === null) return;
      const { say } = context;
      const { overview, speakers } = folder;
      const told =
        speakers === undefined
          ? [make('p', '', say(audioWords.speakersNone))]
          : checkOf(speakers, context);
      const heads = [audioWords.speaker, audioWords.clips, audioWords.share] as const;
      const table = tallyTable(say(audioWords.speakers), heads, overview.speakers, say);
      element.replaceChildren(...told, ...(overview.speakers.length > 0 ? [table] : []));
    },
  };
}

function checkOf(check: SpeakerCheck, { say, ask }: AudioContext): readonly HTMLElement[] {
  const { kind, parts, shared, random } = check;
  const verdict = make('p', shared.length > 0 ? 'verdict bad' : 'verdict', verdictOf());
  const rows = parts.map(({ name, clips, speakers }) => [
    name,
    formatCount(clips.length),
    listed(speakers),
  ]);
  const heads = [audioWords.part, audioWords.clips, audioWords.tabSpeakers].map((head) =>
    say(head),
  );
  const copy = button(say(audioWords.copySplit), () => void ask('copy', csvOf(check)));
  return [verdict, textTable('', heads, rows), ...(kind === 'proposed' ? [copy] : [])];

  function verdictOf(): string {
    if (kind === 'folders') {
      return shared.length === 0
        ? say(audioWords.foldersGood)
        : say(audioWords.foldersBad, { names: listed(shared) });
    }
    const all = parts.reduce((sum, { speakers }) => sum + speakers.length, 0);
    return say(audioWords.proposed, { count: formatCount(random), all: formatCount(all) });
  }
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMES).join(', ');
  return names.length > MAX_NAMES ? `${shown} … (${formatCount(names.length)})` : shown;
}

function csvOf({ parts }: SpeakerCheck): string {
  const lines = parts.flatMap(({ name, clips }) =>
    clips.map((clip) => `${quoted(clip)},${quoted(name)}`),
  );
  return ['file,part', ...lines, ''].join('\n');
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
