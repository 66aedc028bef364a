import type { AudioSetup, AudioState } from '../../shared/audioViewProtocol.js';
import { audioWords } from '../../shared/audioWords.js';
import { formatCount } from '../data/numbers.js';
import { createTabList } from '../data/tabList.js';
import { recall, remember } from '../host.js';
import { make } from '../ui.js';
import { createClipsPage } from './clipsPage.js';
import type { AudioContext } from './context.js';
import { createExportPage } from './exportPage.js';
import { createFolderPage } from './folderPage.js';
import { keptSettings } from './settings.js';
import { createSpeakersPage } from './speakersPage.js';
import { formatLength } from './units.js';

export interface AudioPage {
  readonly show: (state: AudioState) => void;
  readonly choose: (name: string) => void;
}

const TITLES = {
  clips: audioWords.tabClips,
  folder: audioWords.tabFolder,
  speakers: audioWords.tabSpeakers,
  export: audioWords.tabExport,
} as const;

/** The header, and one of four pages below it. */
export function createAudioPage(
  root: HTMLElement,
  context: AudioContext,
  setup: AudioSetup,
): AudioPage {
  const { say } = context;
  const settings = keptSettings(setup.settings);
  const clips = createClipsPage(context, settings);
  const folder = createFolderPage(context);
  const speakers = createSpeakersPage(context);
  const panels: Readonly<Record<string, HTMLElement>> = {
    clips: clips.element,
    folder: folder.element,
    speakers: speakers.element,
    export: createExportPage(context, settings),
  };
  const name = make('h1', '');
  const size = make('p', 'size');
  size.setAttribute('role', 'status');
  const trouble = make('p', 'trouble');
  trouble.setAttribute('role', 'alert');
  const panel = make('div', 'page');
  panel.id = 'page';
  panel.setAttribute('role', 'tabpanel');
  const open = (tab: string): void => {
    const shown = panels[tab] ?? clips.element;
    remember('tab', tab);
    tabs.select(tab);
    panel.setAttribute('aria-labelledby', `tab-${tab}`);
    panel.replaceChildren(shown);
  };
  const tabs = createTabList(
    say(audioWords.pages),
    Object.entries(TITLES).map(([id, title]) => ({ id, title: say(title) })),
    open,
  );
  const header = make('header', '', make('div', 'title', name, size), trouble);
  root.replaceChildren(make('main', '', header, tabs.element, panel));
  const last = recall('tab');
  open(typeof last === 'string' && last in panels ? last : 'clips');
  return {
    show: (state) => {
      name.textContent = state.title;
      size.textContent = sizeOf(state, context);
      trouble.textContent = state.trouble;
      clips.draw(state);
      folder.draw(state);
      speakers.draw(state);
    },
    choose: (clip) => {
      open('clips');
      clips.choose(clip);
    },
  };
}

function sizeOf({ title, scanning, folder }: AudioState, { say }: AudioContext): string {
  if (folder === null) {
    return scanning === null
      ? ''
      : say(audioWords.scanning, { folder: title, count: formatCount(scanning) });
  }
  const { overview, clips, more } = folder;
  const counted = say(audioWords.counted, {
    count: formatCount(overview.clips),
    length: formatLength(overview.seconds),
  });
  return more
    ? `${counted} ${say(audioWords.moreClips, { count: formatCount(clips.length) })}`
    : counted;
}
