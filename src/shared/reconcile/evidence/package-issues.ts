import type { Account, MinutePackage } from '../../account/account';
import { expiryOf } from '../../account/expiry';
import type { Issue } from '../../issue';
import { dayOfTime } from '../../period/local-time';
import type { ListedPackage } from './evidence';

/** Gifts of the provider: the trial, which the account states by itself. */
const GIFT = /赠送|赠予|trial|gift|free/i;
/** Taken back by a refund: since when, the list does not say. */
const VOID = /已失效|refunded|invalid/i;

/** Listed packages that minutes can be drawn from: no gifts, nothing refunded. The last listing of each counts. */
export function usableListed(listed: readonly ListedPackage[]): ListedPackage[] {
  const latest = new Map(listed.map((one) => [one.id, one]));
  return [...latest.values()].filter(({ name, status }) => !GIFT.test(name) && !VOID.test(status));
}

/** A listed package as a fact of the account: full from its purchase, whatever was left when it was listed. */
export function packageOfListed(listed: ListedPackage): MinutePackage {
  return {
    id: listed.id,
    ...(listed.name === '' ? {} : { name: listed.name }),
    minutes: listed.minutes,
    purchasedAt: listed.boughtAt,
    ...(listed.expiresAt ? { expiresOn: dayOfTime(listed.expiresAt) } : {}),
    apps: [],
  };
}

/** The account with the listed packages where it states none of its own. */
export function withListedPackages(account: Account, listed: readonly ListedPackage[]): Account {
  const usable = usableListed(listed);
  if (account.packages.length > 0 || usable.length === 0) return account;
  return { ...account, packages: usable.map(packageOfListed) };
}

function differs(code: string, listed: ListedPackage, params: Issue['params']): Issue {
  return { severity: 'warning', code, params: { id: listed.id, ...params }, origin: listed.origin };
}

function compared(stated: MinutePackage, listed: ListedPackage): Issue[] {
  const issues: Issue[] = [];
  if (stated.minutes !== listed.minutes)
    issues.push(
      differs('package-minutes-differ', listed, {
        statedMinutes: stated.minutes,
        listedMinutes: listed.minutes,
      }),
    );
  const [bought, listedBought] = [dayOfTime(stated.purchasedAt), dayOfTime(listed.boughtAt)];
  if (bought !== listedBought)
    issues.push(
      differs('package-purchase-differs', listed, { stated: bought, listed: listedBought }),
    );
  const expires = stated.expiresOn ?? expiryOf(bought);
  const listedExpires = listed.expiresAt && dayOfTime(listed.expiresAt);
  if (listedExpires && expires !== listedExpires)
    issues.push(
      differs('package-expiry-differs', listed, { stated: expires, listed: listedExpires }),
    );
  return issues;
}

/**
 * What the console's package list says against the packages of the account, which it never overrides. `taken`:
 * the account states none, so that the listed ones are used.
 */
export function packageIssues(
  account: Account,
  listed: readonly ListedPackage[],
  taken: boolean,
): Issue[] {
  const usable = usableListed(listed);
  if (usable.length === 0) return [];
  if (taken)
    return [{ severity: 'warning', code: 'packages-from-list', params: { count: usable.length } }];
  const stated = new Map(account.packages.map((pack) => [pack.id, pack]));
  const byId = new Map(usable.map((one) => [one.id, one]));
  return [
    ...usable.flatMap((one): Issue[] => {
      const pack = stated.get(one.id);
      return pack
        ? compared(pack, one)
        : [
            differs('package-not-stated', one, {
              listedMinutes: one.minutes,
              listed: dayOfTime(one.boughtAt),
            }),
          ];
    }),
    ...account.packages
      .filter(({ id }) => !byId.has(id))
      .map(({ id }): Issue => ({ severity: 'note', code: 'package-not-listed', params: { id } })),
  ];
}
