import type { Issue } from '../issue';
import type { Day } from '../period/day';
import { dayOfTime } from '../period/local-time';
import type { Account } from './account';

/**
 * Facts that can hardly be so. Account facts are not judged by date: the audit takes them as stated, and
 * these warnings ask a person to look.
 */
export function accountWarnings(account: Account): readonly Issue[] {
  return [
    ...order('account-app-before-registration', account.registeredOn, account.firstAppOn),
    ...account.apps.flatMap(({ sdkAppId, createdOn }) =>
      order('account-app-before-first', account.firstAppOn, createdOn, { sdkAppId }),
    ),
    ...order('account-enabled-before-first-app', account.firstAppOn, account.payAsYouGo?.enabledOn),
    ...order('account-trial-ends-first', account.trial?.grantedOn, account.trial?.expiresOn),
    ...account.packages.flatMap(({ id, purchasedAt, expiresOn, minutes, remaining }) => [
      ...order('account-package-ends-first', dayOfTime(purchasedAt), expiresOn, { id }),
      ...(remaining && remaining.minutes > minutes
        ? [warning('account-package-overfull', { id, minutes, leftMinutes: remaining.minutes })]
        : []),
    ]),
    ...account.contract.flatMap(({ item, from, to }) =>
      to !== undefined && to <= from ? [warning('account-contract-never', { item, from, to })] : [],
    ),
    ...repeatedTerms(account),
  ];
}

/** Two agreements on one item that begin on one day: the later one in the file is used. */
function repeatedTerms({ contract }: Account): readonly Issue[] {
  return contract.flatMap(({ item, from }, index) =>
    contract.slice(0, index).some((term) => term.item === item && term.from === from)
      ? [warning('account-contract-twice', { item, from })]
      : [],
  );
}

function order(
  code: string,
  earlier: Day | undefined,
  later: Day | undefined,
  params: Issue['params'] = {},
): readonly Issue[] {
  if (earlier === undefined || later === undefined || later >= earlier) return [];
  return [warning(code, { ...params, earlier, later })];
}

function warning(code: string, params: Issue['params']): Issue {
  return { severity: 'warning', code, params };
}
