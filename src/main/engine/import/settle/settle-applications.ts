import type { Account } from '../../../../shared/account/account';
import type { Issue } from '../../../../shared/issue';
import { UNNAMED_APPLICATION } from '../../../../shared/usage/unnamed-application';
import { statedAccount } from '../../account/stated-account';
import {
  giveApplication,
  namedApplications,
  openImports,
  type ImportOfOneApp,
} from '../../store/imports/applications';
import type { ReadableDb, WritableDb } from '../../store/workspace/connection';
import type { Pause } from '../../store/workspace/pause';

/** What is taken for the application of usage that names none, and what is said of it. */
export interface AssumedApplication {
  readonly app: string;
  readonly state: 'live' | 'waiting';
  readonly code: 'application-only-one' | 'application-none-known' | 'application-not-said';
}

/**
 * By what the account and all other files name: the only application there is; where there is none, all of it
 * under one name; where there are several nobody can tell, and the usage waits, so that nothing is counted
 * twice or for the wrong one. Depends on what is there and not on the order in which it came. `db` null: there is no workspace.
 * `account`: as it is stated, unless it is asked what another one would mean.
 */
export function assumedApplication(
  db: ReadableDb | null,
  account: Account | null = db && statedAccount(db),
): AssumedApplication {
  const stated = account?.apps ?? [];
  const [app, ...more] = new Set([
    ...stated.map(({ sdkAppId }) => sdkAppId),
    ...(db ? namedApplications(db) : []),
  ]);
  if (app === undefined)
    return { app: UNNAMED_APPLICATION, state: 'live', code: 'application-none-known' };
  if (more.length > 0)
    return { app: UNNAMED_APPLICATION, state: 'waiting', code: 'application-not-said' };
  return { app, state: 'live', code: 'application-only-one' };
}

/** The assumption in words: it is never made in silence. */
export function assumptionIssue({ app, code }: AssumedApplication, file: string): Issue {
  return {
    severity: 'warning',
    code,
    params: code === 'application-only-one' ? { sdkAppId: app } : {},
    origin: { file },
  };
}

/**
 * Decides anew whose use the imports are of that nobody said it of. Runs inside the caller's transaction. Answers
 * those for which something changed: what they repeat, or others in them, is to be settled again.
 */
export async function settleApplications(db: WritableDb, pause: Pause): Promise<readonly number[]> {
  const open = openImports(db);
  if (open.length === 0) return [];
  const assumed = assumedApplication(db);
  const changed: number[] = [];
  for (const one of open) {
    if (one.app !== assumed.app || one.state !== assumed.state) {
      await giveApplication(db, one.id, { ...assumed, by: 'assumed' }, pause);
      changed.push(one.id);
    }
    sayAssumption(db, one, assumed);
  }
  return changed;
}

/** Takes back what was said about an application that nobody had named. */
export function dropAssumption(db: WritableDb, importId: number): void {
  db.prepare(
    `DELETE FROM import_issues WHERE import_id = ?
     AND code IN ('application-only-one', 'application-none-known', 'application-not-said')`,
  ).run(importId);
}

function sayAssumption(db: WritableDb, one: ImportOfOneApp, assumed: AssumedApplication): void {
  const { severity, code, params } = assumptionIssue(assumed, one.fileName);
  dropAssumption(db, one.id);
  db.prepare(
    'INSERT INTO import_issues (import_id, severity, code, params) VALUES (?, ?, ?, ?)',
  ).run(one.id, severity, code, JSON.stringify(params));
}
