import { ESTIMATES } from './forms/estimates.js';
import type { KnownForm } from './forms/form.js';
import { INFORMATION } from './forms/information.js';
import { METRICS } from './forms/metrics.js';
import { MODELS } from './forms/models.js';
import { NETWORKS } from './forms/networks.js';
import { OPTIMISERS } from './forms/optimisers.js';

/** One row per quantity. */
export const KNOWN_FORMS: readonly KnownForm[] = [
  ...METRICS,
  ...OPTIMISERS,
  ...NETWORKS,
  ...INFORMATION,
  ...ESTIMATES,
  ...MODELS,
];
