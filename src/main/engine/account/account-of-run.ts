import type { Account } from '../../../shared/account/account';
import { unstatedAccount } from '../../../shared/account/defaults';
import type { Site } from '../../../shared/catalog/site';
import { withListedPackages } from '../../../shared/reconcile/evidence/package-issues';
import { statedAccount } from './stated-account';
import { currencyOfBills } from '../store/evidence/bill-currency';
import type { ReadableDb } from '../store/workspace/connection';
import { listedPackages } from '../store/evidence/evidence';
import { listImports } from '../store/imports/imports';

export interface AccountOfRun {
  readonly account: Account;
  /** False: nothing was stated, everything about the account is assumed. */
  readonly stated: boolean;
  /** Its packages are those of an imported package list, since it states none. */
  readonly packagesTaken: boolean;
}

/** The account as stated, else the one that is assumed for the site the imported files come from. */
export function accountOfRun(db: ReadableDb): AccountOfRun {
  const account = statedAccount(db);
  const own = account ?? unstatedAccount(siteOfFiles(db));
  const complete = withListedPackages(own, listedPackages(db));
  return { account: complete, stated: account !== null, packagesTaken: complete !== own };
}

/** By the currency of the bill, else by the layout of the usage files; China where neither tells. */
function siteOfFiles(db: ReadableDb): Site {
  const currency = currencyOfBills(db);
  if (currency !== null) return currency === 'USD' ? 'intl' : 'cn';
  const live = listImports(db).filter((file) => file.state === 'live');
  const international = live.filter((file) => file.profile.startsWith('intl')).length;
  return international > live.length - international ? 'intl' : 'cn';
}
