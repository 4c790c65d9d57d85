/**
 * Everything a signed-off period stands on, by name. Two locks of the same facts are equal, whatever run
 * they were taken from.
 */
export interface SignOffLock {
  readonly engine: string;
  readonly priceBook: string;
  /** sha256 of the account without its policies. */
  readonly account: string;
  readonly policies: string;
  /** Files that touch the period or come before it, as sha256, sheet and profile. */
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  /** sha256 of confirmed, split and placed matches. */
  readonly matches: string;
  readonly decisions: string;
  readonly credits: string;
  readonly totals: {
    readonly billed: string;
    readonly expected: string;
    readonly difference: string;
    readonly unexplained: string;
  };
}

/** One thing that is no longer as it was signed. `was` or `is` is empty for a file that came or went. */
export interface Drift {
  readonly what:
    | 'engine'
    | 'price-book'
    | 'account'
    | 'policies'
    | 'file-added'
    | 'file-removed'
    | 'matches'
    | 'decisions'
    | 'credits'
    | 'billed'
    | 'expected'
    | 'difference'
    | 'unexplained';
  readonly was: string;
  readonly is: string;
}

/** How many times each file stands in a lock: the same bytes may be there as two sheets. */
function countOf(files: SignOffLock['files']): Map<string, { name: string; count: number }> {
  const counts = new Map<string, { name: string; count: number }>();
  for (const { name, sha256 } of files) {
    const known = counts.get(sha256);
    if (known) known.count += 1;
    else counts.set(sha256, { name, count: 1 });
  }
  return counts;
}

function fileDrift(was: SignOffLock['files'], is: SignOffLock['files']): Drift[] {
  const [before, now] = [countOf(was), countOf(is)];
  const removed = [...before].flatMap(([sha256, { name, count }]): Drift[] =>
    (now.get(sha256)?.count ?? 0) < count ? [{ what: 'file-removed', was: name, is: '' }] : [],
  );
  const added = [...now].flatMap(([sha256, { name, count }]): Drift[] =>
    (before.get(sha256)?.count ?? 0) < count ? [{ what: 'file-added', was: '', is: name }] : [],
  );
  return [...removed, ...added];
}

/** What is different now from what was signed; empty: the seal is whole. */
export function driftOf(was: SignOffLock, is: SignOffLock): Drift[] {
  const pairs = [
    ['engine', was.engine, is.engine],
    ['price-book', was.priceBook, is.priceBook],
    ['account', was.account, is.account],
    ['policies', was.policies, is.policies],
    ['matches', was.matches, is.matches],
    ['decisions', was.decisions, is.decisions],
    ['credits', was.credits, is.credits],
    ['billed', was.totals.billed, is.totals.billed],
    ['expected', was.totals.expected, is.totals.expected],
    ['difference', was.totals.difference, is.totals.difference],
    ['unexplained', was.totals.unexplained, is.totals.unexplained],
  ] as const;
  const changed = pairs.flatMap(([what, before, now]): Drift[] =>
    before === now ? [] : [{ what, was: before, is: now }],
  );
  return [...fileDrift(was.files, is.files), ...changed];
}
