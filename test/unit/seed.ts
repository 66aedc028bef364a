import fc from 'fast-check';

/**
 * The seed of every property test. One run is like the next, so that what fails at one place fails
 * at all; `TAREA_SEED=7 npm run unit` looks at other examples.
 */
fc.configureGlobal({ seed: Number(process.env['TAREA_SEED'] ?? 1) });
