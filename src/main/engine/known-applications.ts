import type { KnownApplication } from '../../shared/contract/applications';
import { applicationsInFiles } from './store/imports/applications';
import type { ReadableDb } from './store/workspace/connection';
import { statedAccount } from './account/stated-account';

/** What the account names, as it is ordered there, and then what only files name, by id. */
export function knownApplications(db: ReadableDb): KnownApplication[] {
  const stated = (statedAccount(db)?.apps ?? []).map(({ sdkAppId, name }) => ({
    sdkAppId,
    name: name ?? null,
  }));
  const named = new Set(stated.map(({ sdkAppId }) => sdkAppId));
  const others = applicationsInFiles(db).filter((sdkAppId) => !named.has(sdkAppId));
  return [...stated, ...others.map((sdkAppId) => ({ sdkAppId, name: null }))];
}
