import { createHash } from 'node:crypto';
import type { Account } from '../../../shared/account/account';
import { accountToJson } from '../../../shared/account/account-file';
import type { SignOffLock } from '../../../shared/decisions/seal';
import { contains, type Period } from '../../../shared/period/period';
import { accountOfRun } from '../account/account-of-run';
import { canonicalJson } from '../store/canonical-json';
import { priceBookInUse } from '../audit/price-book-in-use';
import type { ReadableDb } from '../store/workspace/connection';
import { listImports } from '../store/imports/imports';
import type { StoredRun } from '../store/runs/runs';
import { ENGINE_VERSION } from '../version';
import { allCredits, allDecisions, auditPins } from '../store/judgements/judgement-records';

function sha256(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

/**
 * Files that a period stands on: those with a day before its end. A later month's file changes nothing in it
 * and breaks no seal; a late file with a day of the period does.
 */
function filesOf(db: ReadableDb, period: Period | null): SignOffLock['files'] {
  return listImports(db)
    .filter(
      ({ state, firstDay }) =>
        state === 'live' && firstDay !== null && (period === null || firstDay < period.to),
    )
    .map(({ fileName, sheet, profile, sha256: bytes }) => ({
      name: sheet === null ? fileName : `${fileName} (${sheet})`,
      sha256: sha256({ bytes, sheet, profile }),
    }))
    .sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
}

/** What a signature covers of an account: its facts, and its policies apart from them. */
export function signedAccount(account: Account): Pick<SignOffLock, 'account' | 'policies'> {
  const { policy, ...facts } = JSON.parse(accountToJson(account)) as Record<string, unknown>;
  return { account: sha256(facts), policies: sha256(policy) };
}

/** What the workspace says now about everything that a signature covers; totals are those of the run. */
export function lockNow(db: ReadableDb, period: Period | null, run: StoredRun): SignOffLock {
  const { account } = accountOfRun(db);
  const inPeriod = [...allDecisions(db).values()].filter(
    ({ periodStart }) => period === null || contains(period, periodStart),
  );
  const keys = new Set(inPeriod.map(({ key }) => key));
  // What came back is the next months' affair; what was promised is part of what is signed.
  const promised = [...allCredits(db).values()]
    .filter(({ key }) => keys.has(key))
    .map(({ key, amount, reference, promisedOn, expectedBy }) => ({
      key,
      amount,
      reference,
      promisedOn,
      expectedBy,
    }));
  const { billed, expected, difference, unexplained } = run.totals;
  return {
    engine: ENGINE_VERSION,
    priceBook: priceBookInUse(db, account.site).hash,
    ...signedAccount(account),
    files: filesOf(db, period),
    matches: sha256(auditPins(db)),
    decisions: sha256(inPeriod),
    credits: sha256(promised),
    totals: { billed, expected, difference, unexplained },
  };
}
