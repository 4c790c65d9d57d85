/**
 * Makes `out/` what the sources say, and leaves it alone where it is that already. Rejects with the builder's own
 * words when the build fails. Two at once: the second waits for the first.
 */
export function buildIfStale(): Promise<void>;
