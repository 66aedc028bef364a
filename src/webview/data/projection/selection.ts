import type { Partner } from '../../../shared/dataProtocol.js';
import { projectionWords } from '../../../shared/projectionWords.js';
import { button, make } from '../../ui.js';
import { formatCount } from '../numbers.js';
import type { PageContext } from '../page.js';

export interface Selection {
  readonly element: HTMLElement;
  /** Points of the picture; those from `own` on are of the partner, which has a table of its own. */
  readonly show: (points: readonly number[], own: number, partner: Partner | undefined) => void;
}

/** How many points were selected, and the way to their rows. */
export function createSelection({ say, go, ask }: PageContext): Selection {
  const element = make('div', 'selection');
  element.setAttribute('role', 'status');
  return {
    element,
    show: (points, own, partner) => {
      const rows = points.filter((point) => point < own);
      const others = points.filter((point) => point >= own).map((point) => point - own);
      const parts: (string | HTMLElement)[] = [];
      if (rows.length > 0) {
        parts.push(
          say(projectionWords.selected, { count: formatCount(rows.length) }),
          button(say(projectionWords.showRows), () => {
            go({ tab: 'table', rows });
          }),
        );
      }
      if (others.length > 0 && partner !== undefined) {
        const args = { count: formatCount(others.length), name: partner.name };
        parts.push(
          say(projectionWords.selectedPartner, args),
          button(say(projectionWords.showRows), () => {
            void ask('openPartner', { id: partner.id, rows: others });
          }),
        );
      }
      element.replaceChildren(...parts);
    },
  };
}
