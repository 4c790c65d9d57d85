import { createHash } from 'node:crypto';
import type { TrailEntry, TrailKind, TrailVerdict } from '../../../../shared/contract/trail';
import { canonicalJson } from '../canonical-json';
import { TrailedSteps } from './trailed-steps';
import type { ReadableDb, WritableDb } from '../workspace/connection';

/** What an empty trail ends in: the hash before the first entry. */
export const TRAIL_START = '0'.repeat(64);

interface TrailRow {
  seq: bigint;
  at: string;
  kind: string;
  details: string;
  previous: string;
  sha256: string;
}

/** The hash of an entry covers every column of its row, the details to the byte. */
function hashOf({ seq, at, kind, details, previous }: Omit<TrailRow, 'sha256'>): string {
  const text = canonicalJson({ seq: seq.toString(), at, kind, details, previous });
  return createHash('sha256').update(text).digest('hex');
}

export interface TrailHead {
  readonly seq: number;
  readonly sha256: string;
}

export function trailHead(db: ReadableDb): TrailHead {
  const last = db
    .prepare<{ seq: bigint; sha256: string }>(
      'SELECT seq, sha256 FROM trail ORDER BY seq DESC LIMIT 1',
    )
    .get();
  return last ? { seq: Number(last.seq), sha256: last.sha256 } : { seq: 0, sha256: TRAIL_START };
}

/**
 * Writes down that the workspace was changed. To be called in the transaction of the change itself, so that
 * there is neither a change without its entry nor an entry without its change.
 */
export function appendTrail(
  db: WritableDb,
  kind: TrailKind,
  details: Readonly<Record<string, unknown>>,
  at: string = new Date().toISOString(),
): void {
  const head = trailHead(db);
  const entry = {
    seq: BigInt(head.seq + 1),
    at,
    kind,
    details: canonicalJson(details),
    previous: head.sha256,
  };
  db.prepare(
    'INSERT INTO trail (seq, at, kind, details, previous, sha256) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(entry.seq, at, kind, entry.details, entry.previous, hashOf(entry));
}

/** The newest entries first. */
export function trailPage(
  db: ReadableDb,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { total: number; rows: TrailEntry[] } {
  const size = db.prepare<{ n: bigint }>('SELECT count(*) AS n FROM trail').get();
  const rows = db
    .prepare<TrailRow>('SELECT * FROM trail ORDER BY seq DESC LIMIT ? OFFSET ?')
    .all(limit, offset)
    .map((row) => ({
      seq: Number(row.seq),
      at: row.at,
      // Written by `appendTrail`; an entry that somebody forged is for `verifyTrail` to name.
      kind: row.kind as TrailKind,
      details: JSON.parse(row.details) as Record<string, unknown>,
      previous: row.previous,
      sha256: row.sha256,
    }));
  return { total: Number(size?.n ?? 0), rows };
}

interface Anchor {
  readonly seq: number;
  readonly head: string;
}

function signOffAnchors(db: ReadableDb): Anchor[] {
  return db
    .prepare<{ trail_seq: bigint; trail_head: string }>(
      'SELECT trail_seq, trail_head FROM sign_offs ORDER BY id',
    )
    .all()
    .map((row) => ({ seq: Number(row.trail_seq), head: row.trail_head }));
}

/** How many entries the file itself remembers having numbered. */
function numbered(db: ReadableDb): number {
  const row = db
    .prepare<{ seq: bigint }>("SELECT seq FROM sqlite_sequence WHERE name = 'trail'")
    .get();
  return Number(row?.seq ?? 0);
}

/**
 * Walks the whole chain and names the first entry that is wrong. What sign-offs remember of its end, and
 * `head` where one is given, must stand in it: a chain that was cut, or written anew from some entry on,
 * does not hold them. The changes of each step must be those that its entry hashed, and what stands in the
 * workspace what they make together.
 */
export function verifyTrail(db: ReadableDb, head?: string): TrailVerdict {
  const anchors = signOffAnchors(db).filter(({ seq }) => seq > 0);
  const wanted = new Map(anchors.map((anchor) => [anchor.seq, anchor.head]));
  let previous = TRAIL_START;
  let entries = 0;
  let headSeen = head === undefined || head === TRAIL_START;
  const steps = new TrailedSteps(db);
  const verdict = (broken: TrailVerdict['broken']): TrailVerdict => ({
    ok: broken === null,
    entries,
    head: previous,
    broken,
    anchors: broken === null ? anchors.length : 0,
  });
  for (const row of db.prepare<TrailRow>('SELECT * FROM trail ORDER BY seq').iterate()) {
    const seq = Number(row.seq);
    if (seq !== entries + 1) return verdict({ seq: entries + 1, problem: 'number' });
    if (row.previous !== previous) return verdict({ seq, problem: 'link' });
    if (row.sha256 !== hashOf(row)) return verdict({ seq, problem: 'hash' });
    const anchor = wanted.get(seq);
    if (anchor !== undefined && anchor !== row.sha256) return verdict({ seq, problem: 'anchor' });
    if (!steps.agrees(row)) return verdict({ seq, problem: 'step' });
    headSeen ||= row.sha256 === head;
    previous = row.sha256;
    entries = seq;
  }
  const missing = anchors.find(({ seq }) => seq > entries);
  if (missing || numbered(db) > entries) return verdict({ seq: entries + 1, problem: 'shorter' });
  if (!headSeen) return verdict({ seq: entries, problem: 'anchor' });
  if (!steps.standAsTheyAre()) return verdict({ seq: entries, problem: 'decision' });
  return verdict(null);
}
