import type { Account } from '../../../../shared/account/account';
import { deriveFacts } from '../../../../shared/account/derive';
import { streamReadingOf } from '../../../../shared/usage/stream-seconds';
import { statedAccount } from '../../account/stated-account';
import { openImports } from '../../store/imports/applications';
import { segmentImports } from '../../store/imports/segment-imports';
import type { ReadableDb, WritableDb } from '../../store/workspace/connection';
import type { Pause } from '../../store/workspace/pause';
import { assumedApplication } from '../settle/settle-applications';
import { settleOpenImports } from '../settle/settle-import';
import { rewriteAllSegments } from './segment-usage';

/** How many rows mean something else where the account, stated as it is, is stated as `next`. */
export function rowsThatFollow(db: ReadableDb, next: Account): number {
  const assumed = assumedApplication(db, next);
  const open = openImports(db).filter(
    ({ app, state }) => app !== assumed.app || state !== assumed.state,
  );
  const segments = readsOtherwise(statedAccount(db), next) ? segmentImports(db) : [];
  return [...open, ...segments].reduce((sum, { rows }) => sum + rows, 0);
}

/** After the account was stated otherwise than `before`: what its imports mean now. Inside the caller's transaction. */
export async function followAccount(
  db: WritableDb,
  before: Account | null,
  next: Account,
  pause: Pause,
): Promise<void> {
  // Which received pictures count, and how, goes by the account.
  if (readsOtherwise(before, next)) await rewriteAllSegments(db, pause);
  // An application that the account names may be the one of usage that names none, or one too many.
  await settleOpenImports(db, pause);
}

/** What was only assumed of an account nobody stated may have changed with the files: it is always read again. */
function readsOtherwise(before: Account | null, next: Account): boolean {
  const reading = (account: Account) => streamReadingOf(deriveFacts(account));
  return before === null || reading(before) !== reading(next);
}
