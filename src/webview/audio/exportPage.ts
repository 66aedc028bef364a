import type { Variant } from '../../shared/audioViewProtocol.js';
import { audioWords, variantWords } from '../../shared/audioWords.js';
import { checkField, numberField } from '../field.js';
import { button, make } from '../ui.js';
import type { AudioContext } from './context.js';
import type { KeptSettings } from './settings.js';

const ORDER: readonly Variant[] = ['raw', 'bilateral', 'masked', 'both'];

/** What is written for training, with the settings of the page of clips. */
export function createExportPage({ say, ask }: AudioContext, settings: KeptSettings): HTMLElement {
  const chosen = new Set<Variant>(ORDER);
  const boxes = ORDER.map((variant) =>
    checkField(say(variantWords[variant]), true, (wanted) => {
      if (wanted) chosen.add(variant);
      else chosen.delete(variant);
    }),
  );
  const variants = make('fieldset', '', make('legend', '', say(audioWords.exportVariants)));
  variants.append(...boxes.map(({ element }) => element));
  const limits = { min: 0, max: 600, step: 0.1 };
  const seconds = numberField(
    say(audioWords.exportSeconds),
    settings.read().seconds,
    limits,
    (value) => {
      settings.write({ ...settings.read(), seconds: value });
    },
  );
  const status = make('p', '');
  status.setAttribute('role', 'status');
  let running = false;
  const start = button(say(audioWords.exportStart), () => {
    if (running || chosen.size === 0) return;
    running = true;
    status.textContent = say(audioWords.exportRunning);
    const asked = { settings: settings.read(), variants: ORDER.filter((each) => chosen.has(each)) };
    void ask('export', asked).then(() => {
      running = false;
      status.textContent = '';
    });
  });
  const about = make('p', '', say(audioWords.exportAbout));
  return make('div', 'folder-page', about, variants, seconds.element, start, status);
}
