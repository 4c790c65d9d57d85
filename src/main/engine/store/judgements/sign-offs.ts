import type { SignOffAct } from '../../../../shared/contract/sign-off';
import { day } from '../../../../shared/period/day';
import type { Period } from '../../../../shared/period/period';
import type { SignOffLock } from '../../../../shared/decisions/seal';
import type { ReadableDb, WritableDb } from '../workspace/connection';
import { appendTrail, trailHead } from '../history/trail';

interface SignOffRow {
  act: SignOffAct['act'];
  name: string;
  note: string;
  at: string;
  lock: string;
  trail_seq: bigint;
  trail_head: string;
}

/** Every act of a period, oldest first. */
export function signOffActs(db: ReadableDb, period: Period | null): SignOffAct[] {
  return db
    .prepare<SignOffRow>(
      'SELECT * FROM sign_offs WHERE period_from IS ? AND period_to IS ? ORDER BY id',
    )
    .all(period?.from ?? null, period?.to ?? null)
    .map((row) => ({
      act: row.act,
      name: row.name,
      note: row.note,
      at: row.at,
      // Written by `writeSignOff` from the same type.
      lock: JSON.parse(row.lock) as SignOffAct['lock'],
      trailSeq: Number(row.trail_seq),
      trailHead: row.trail_head,
    }));
}

/** Every period that somebody ever signed. */
export function signedPeriods(db: ReadableDb): (Period | null)[] {
  return db
    .prepare<{ period_from: string | null; period_to: string | null }>(
      'SELECT DISTINCT period_from, period_to FROM sign_offs ORDER BY period_from',
    )
    .all()
    .map(({ period_from: from, period_to: to }) =>
      // Written by `writeSignOff` from a period.
      from === null || to === null ? null : { from: day(from), to: day(to) },
    );
}

/** Writes an act with the end of the trail as it is before, then the trail's own entry about it. */
export function writeSignOff(
  db: WritableDb,
  period: Period | null,
  act: { readonly act: SignOffAct['act']; readonly name: string; readonly note: string },
  lock: SignOffLock,
): void {
  db.transaction(() => {
    const head = trailHead(db);
    const at = new Date().toISOString();
    db.prepare(
      `INSERT INTO sign_offs (period_from, period_to, act, name, note, at, lock, trail_seq, trail_head)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      period?.from ?? null,
      period?.to ?? null,
      act.act,
      act.name,
      act.note,
      at,
      JSON.stringify(lock),
      head.seq,
      head.sha256,
    );
    appendTrail(db, 'signed', { ...act, period, lock }, at);
  }).immediate();
}
