import type { AudioState, Overview, Tally } from '../../shared/audioViewProtocol.js';
import { audioWords, oddReasons } from '../../shared/audioWords.js';
import type { Say } from '../../shared/say.js';
import { formatCount, formatNumber, formatShare } from '../data/numbers.js';
import { barTable, textTable } from '../textTable.js';
import { make } from '../ui.js';
import type { AudioContext } from './context.js';
import { formatLength } from './units.js';

/** Clips named as odd; the rest is counted. */
const MAX_ODD = 200;

/** Classes, formats and lengths of the whole folder. */
export function createFolderPage({ say }: AudioContext): {
  readonly element: HTMLElement;
  readonly draw: (state: AudioState) => void;
} {
  const element = make('div', 'folder-page');
  return {
    element,
    draw: ({ folder }) => {
      element.replaceChildren(...(folder === null ? [] : sections(folder.overview, say)));
    },
  };
}

function sections(overview: Overview, say: Say): readonly HTMLElement[] {
  return [classSection(overview, say), formatSection(overview, say), oddSection(overview, say)];
}

function classSection({ classes, unnamed }: Overview, say: Say): HTMLElement {
  const title = make('h2', '', say(audioWords.classes));
  if (classes.length === 0)
    return make('section', '', title, make('p', '', say(audioWords.noClasses)));
  const heads = [audioWords.className, audioWords.clips, audioWords.share] as const;
  const rest =
    unnamed > 0 ? [make('p', '', say(audioWords.unnamed, { count: formatCount(unnamed) }))] : [];
  const table = tallyTable('', heads, classes, say);
  return make('section', '', title, make('p', '', balanceOf(classes, say)), ...rest, table);
}

/** Counts with their bars; used for speakers too. */
export function tallyTable(
  caption: string,
  heads: readonly [string, string, string],
  tallies: readonly Tally[],
  say: Say,
): HTMLElement {
  const all = tallies.reduce((sum, { count }) => sum + count, 0);
  const rows = tallies.map(({ name, count }) => ({
    name,
    count,
    words: formatCount(count),
    share: formatShare(count / all),
  }));
  return barTable(caption, [say(heads[0]), say(heads[1]), say(heads[2])], rows);
}

function balanceOf(classes: readonly Tally[], say: Say): string {
  const counts = classes.map(({ count }) => count);
  const [most, least] = [Math.max(...counts), Math.min(...counts)];
  const baseline = formatShare(most / counts.reduce((sum, count) => sum + count, 0));
  return most === least
    ? say(audioWords.balanced, { baseline })
    : say(audioWords.balance, { baseline, ratio: formatNumber(most / least) });
}

function formatSection({ formats, lengths }: Overview, say: Say): HTMLElement {
  const heads = [audioWords.rate, audioWords.channels, audioWords.bits, audioWords.clips];
  const rows = formats.map(({ rate, channels, bits, count }) =>
    [rate, channels, bits, count].map(formatCount),
  );
  const told =
    lengths === undefined
      ? []
      : [
          make(
            'p',
            '',
            say(audioWords.lengths, {
              shortest: formatLength(lengths.shortest),
              median: formatLength(lengths.median),
              longest: formatLength(lengths.longest),
            }),
          ),
        ];
  const title = make('h2', '', say(audioWords.formats));
  return make(
    'section',
    '',
    title,
    ...told,
    textTable(
      '',
      heads.map((head) => say(head)),
      rows,
    ),
  );
}

function oddSection({ odd }: Overview, say: Say): HTMLElement {
  const title = make('h2', '', say(audioWords.odd));
  if (odd.length === 0) return make('section', '', title, make('p', '', say(audioWords.oddNone)));
  const rows = odd.slice(0, MAX_ODD).map(({ name, reason }) => [name, say(oddReasons[reason])]);
  const more = odd.length - rows.length;
  const rest =
    more > 0 ? [make('p', '', say(audioWords.oddMore, { count: formatCount(more) }))] : [];
  const heads = [say(audioWords.clip), say(audioWords.reason)];
  return make('section', '', title, textTable('', heads, rows), ...rest);
}
