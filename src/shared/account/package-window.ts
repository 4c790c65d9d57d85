import { dayOfTime } from '../period/local-time';
import type { MinutePackage } from './account';
import { expiryOf, firstUsableDay, reachesBackToFirst } from './expiry';
import type { PackageWindow } from './facts';
import type { PolicyChoices } from './policy';
import type { Reasoned } from './settlement-kind';
import { startPartWay } from './trial-window';

/** The days on which a package can be drawn, and why these. */
export function packageWindow(pack: MinutePackage): Reasoned<PackageWindow> {
  const purchasedOn = dayOfTime(pack.purchasedAt);
  const full = {
    pack,
    from: firstUsableDay(purchasedOn),
    through: pack.expiresOn ?? expiryOf(purchasedOn),
    minutes: pack.minutes,
  };
  const window = startPartWay(full, pack.remaining);
  const { minutes, from, through } = window;
  return {
    value: window,
    why: {
      fact: `package:${pack.id}`,
      value: `${minutes}, ${from} – ${through}`,
      reason: reasonOf(pack, reachesBackToFirst(purchasedOn)),
      params: { id: pack.id, purchasedOn, minutes, from, through },
    },
  };
}

function reasonOf(pack: MinutePackage, reachesBack: boolean): string {
  const start = pack.remaining ? 'remaining' : reachesBack ? 'from-first' : 'from-purchase';
  const end = pack.expiresOn === undefined ? 'derived-expiry' : 'stated-expiry';
  return `package-${start}-${end}`;
}

type Order = (a: PackageWindow, b: PackageWindow) => number;

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byExpiry: Order = (a, b) => byText(a.through, b.through);
const byPurchase: Order = (a, b) => byText(a.pack.purchasedAt, b.pack.purchasedAt);
const byId: Order = (a, b) => byText(a.pack.id, b.pack.id);
const singleTypeFirst: Order = (a, b) => Number(!a.pack.tier) - Number(!b.pack.tier);
/** Named applications before all applications (page 59806). */
const narrowFirst: Order = (a, b) =>
  Number(a.pack.apps.length === 0) - Number(b.pack.apps.length === 0);

const ORDERS: Readonly<Record<NonNullable<PolicyChoices['packageOrder']>, readonly Order[]>> = {
  'expiry-first': [singleTypeFirst, byExpiry, byPurchase, byId],
  'purchase-first': [singleTypeFirst, byPurchase, byExpiry, byId],
  'narrow-scope-first': [singleTypeFirst, narrowFirst, byExpiry, byPurchase, byId],
};

/** Packages in the order in which they are drawn; single-type ones before general ones in any case. */
export function inDrawdownOrder(
  windows: readonly PackageWindow[],
  policy: PolicyChoices['packageOrder'] = 'expiry-first',
): readonly PackageWindow[] {
  const orders = ORDERS[policy];
  return windows.toSorted((a, b) => {
    for (const order of orders) {
      const result = order(a, b);
      if (result !== 0) return result;
    }
    return 0;
  });
}
