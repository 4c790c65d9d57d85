import { createHash } from 'node:crypto';
import { accountToJson } from '../../../shared/account/account-file';
import { auditPins } from '../store/judgements/judgement-records';
import type { ReadableDb } from '../store/workspace/connection';
import { editsOfImports } from '../store/imports/import-edits';
import { listImports } from '../store/imports/imports';
import { itemRules } from '../store/evidence/item-rules';
import type { StoredRun } from '../store/runs/runs';
import { ENGINE_VERSION } from '../version';
import { accountOfRun } from '../account/account-of-run';
import { canonicalJson } from '../store/canonical-json';
import { priceBookInUse } from './price-book-in-use';

/**
 * Names everything an audit of this workspace depends on beside its period: the bytes of the live imports
 * in their order, the account, the prices, the engine. Equal fingerprints, equal results.
 */
export function fingerprintOf(db: ReadableDb): string {
  const { account, stated } = accountOfRun(db);
  const pins = auditPins(db);
  const edits = editsOfImports(db);
  const rules = itemRules(db);
  const facts = {
    engine: ENGINE_VERSION,
    priceBook: priceBookInUse(db, account.site).hash,
    account: accountToJson(account),
    stated,
    imports: listImports(db)
      .filter((file) => file.state === 'live')
      .map(({ id, sha256, profile }) => ({ id, sha256, profile })),
    ...(edits === null ? {} : { edits }),
    ...(rules.length === 0 ? {} : { rules }),
    // Where nobody moved a line the fingerprint is what it was before lines could be moved.
    ...(pins.length === 0 ? {} : { pins }),
  };
  return createHash('sha256').update(canonicalJson(facts)).digest('hex');
}

/** Whether an audit of today's workspace would say the same. */
export function isCurrent(db: ReadableDb, run: StoredRun): boolean {
  return run.fingerprint === fingerprintOf(db);
}
