import { EngineFailure, engineError } from '../../../shared/contract/error';
import type { SignOffAct, SignOffState } from '../../../shared/contract/sign-off';
import { driftOf } from '../../../shared/decisions/seal';
import type { Period } from '../../../shared/period/period';
import { isCurrent } from '../audit/fingerprint';
import type { ReadableDb, WritableDb } from '../store/workspace/connection';
import { latestRun, type StoredRun } from '../store/runs/runs';
import { signOffActs, writeSignOff } from '../store/judgements/sign-offs';
import { lockNow } from './sign-off-lock';

/** Names are compared as a person would: blanks and case make no other person. */
function sameName(a: string, b: string): boolean {
  const plain = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase();
  return plain(a) === plain(b);
}

/** How a period stands, and what has changed since it was signed. */
export function signOffState(db: ReadableDb, period: Period | null): SignOffState {
  const acts = signOffActs(db, period);
  const last = acts.at(-1);
  if (!last || last.act === 'reopened')
    return { period, state: 'open', sealed: false, drift: [], sameName: false, acts };
  const run = latestRun(db, period);
  const drift = run ? driftOf(last.lock, lockNow(db, period, run)) : [];
  const preparer = acts.findLast(({ act }) => act === 'prepared');
  return {
    period,
    state: last.act,
    sealed: run !== null && drift.length === 0,
    drift,
    sameName:
      last.act === 'reviewed' && preparer !== undefined && sameName(preparer.name, last.name),
    acts,
  };
}

/** Throws `run-outdated` where there is no audit of the period, or it no longer shows what is there. */
function requireCurrentRun(db: ReadableDb, period: Period | null): StoredRun {
  const run = latestRun(db, period);
  if (!run || !isCurrent(db, run)) throw new EngineFailure(engineError('run-outdated'));
  return run;
}

export interface Signature {
  readonly period: Period | null;
  readonly name: string;
  readonly note: string;
}

/**
 * Signs a period or opens it again. Prepared from open; reviewed from prepared, while nothing changed since;
 * reopened from either. Throws `already-signed`, `not-prepared`, `seal-broken` or `run-outdated`.
 */
export function sign(
  db: WritableDb,
  act: SignOffAct['act'],
  { period, name, note }: Signature,
): SignOffState {
  const before = signOffState(db, period);
  if (act === 'reopened') {
    if (before.state === 'open') throw new EngineFailure(engineError('not-prepared'));
    const lock = before.acts.at(-1)?.lock;
    if (lock) writeSignOff(db, period, { act, name, note }, lock);
    return signOffState(db, period);
  }
  if (act === 'prepared' && before.state !== 'open')
    throw new EngineFailure(engineError('already-signed'));
  if (act === 'reviewed') {
    if (before.state === 'open') throw new EngineFailure(engineError('not-prepared'));
    if (before.state === 'reviewed') throw new EngineFailure(engineError('already-signed'));
    if (!before.sealed) throw new EngineFailure(engineError('seal-broken'));
  }
  const run = requireCurrentRun(db, period);
  writeSignOff(db, period, { act, name, note }, lockNow(db, period, run));
  return signOffState(db, period);
}
