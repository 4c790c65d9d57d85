import fc from 'fast-check';

/**
 * The ordinary tests try the same random cases each time, so that what passes today passes tomorrow; RECOUNT_SEED=7 tries
 * others. A law that fails names the seed and the path of its counterexample itself.
 */
export const SEED = Number(process.env['RECOUNT_SEED'] ?? '0');

fc.configureGlobal({ seed: SEED });
