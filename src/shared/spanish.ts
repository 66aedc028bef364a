import bundle from '../../l10n/bundle.l10n.es.json' with { type: 'json' };
import type { Bundle } from './say.js';

/** The Spanish sentences, by their English ones. */
export const spanish: Bundle = bundle;
