import type { Account } from '../../src/shared/account/account';
import { deriveFacts } from '../../src/shared/account/derive';
import { AV_ITEMS } from '../../src/shared/catalog/item';
import type { Drawdown } from '../../src/shared/drawdown/drawdown';
import { decimal } from '../../src/shared/money/decimal';
import { addDays, day } from '../../src/shared/period/day';
import { localTime } from '../../src/shared/period/local-time';
import type { PriceBook } from '../../src/shared/pricing/price-book';
import type { Charge } from '../../src/shared/settlement/charge';
import { expectedBill } from '../../src/shared/settlement/expected-bill';
import type { UsageLedger } from '../../src/shared/usage/usage-series';
import { ledgerOf, type UsageRow } from './ledger';
import { shippedPriceBook } from './price-books';
import type { Random } from './random';

/** An account with its usage, and what the engine expects for it: no mistake anywhere. */
export interface CleanMonth {
  readonly account: Account;
  readonly priceBook: PriceBook;
  readonly usage: UsageLedger;
  readonly rows: readonly UsageRow[];
  readonly charges: readonly Charge[];
  readonly drawdowns: readonly Drawdown[];
}

const APPS = ['1400123456', '1400654321', '1400777001'];
const FROM = day('2023-06-01');
const PRICES = shippedPriceBook('cn');

function accountOf(random: Random): Account {
  return {
    name: 'Generated',
    site: 'cn',
    uin: '100012345678',
    registeredOn: day('2023-05-22'),
    firstAppOn: FROM,
    apps: APPS.map((sdkAppId) => ({ sdkAppId, createdOn: FROM })),
    payAsYouGo: { enabledOn: FROM, method: 'first-app' },
    trial: { grantedOn: FROM, minutes: random.whole(200, 3000) },
    packages: [
      {
        id: '2000009001',
        minutes: random.chance(0.5) ? random.whole(2000, 30_000) : random.whole(60_000, 200_000),
        purchasedAt: localTime('2023-06-05T08:12:33'),
        apps: [],
      },
    ],
    contract: [
      { item: 'av.hd', discount: decimal('0.9'), from: FROM, reference: 'contract, p. 2' },
      { item: 'av.4k', price: decimal('199.5'), from: FROM, reference: 'contract, p. 3' },
    ],
    policy: {},
  };
}

/** Rows of one (day, application, item): one of whole minutes, or a few 5-minute rows of seconds. */
function rowsOf(random: Random, at: Pick<UsageRow, 'day' | 'sdkAppId' | 'item'>): UsageRow[] {
  if (random.chance(0.5)) return [{ ...at, minutes: random.whole(1, 900) }];
  return Array.from({ length: random.whole(2, 8) }, (_, index) => {
    const hour = String(index * 3).padStart(2, '0');
    return {
      ...at,
      at: `${hour}:${random.pick(['00', '25', '55'])}`,
      seconds: random.whole(1, 9000),
    };
  });
}

/** @param days how many days of June 2023 hold usage. */
export function cleanMonth(random: Random, days = 12): CleanMonth {
  return monthOf(random, accountOf(random), days);
}

/** A month of an account that had nothing to draw from and never switched pay-as-you-go on. */
export function stoppedMonth(random: Random): CleanMonth {
  const account: Account = {
    ...accountOf(random),
    payAsYouGo: { enabledOn: addDays(FROM, 60), method: 'console' },
    trial: null,
    packages: [],
  };
  return monthOf(random, account, 12);
}

function monthOf(random: Random, account: Account, days: number): CleanMonth {
  const rows: UsageRow[] = [];
  for (let date = FROM; date < addDays(FROM, days); date = addDays(date, 1))
    for (const sdkAppId of APPS)
      for (const item of AV_ITEMS)
        if (random.chance(0.5)) rows.push(...rowsOf(random, { day: date, sdkAppId, item }));
  const usage = ledgerOf(rows);
  const facts = deriveFacts(account);
  const { charges, drawdowns } = expectedBill({
    facts,
    priceBook: PRICES,
    usage,
    period: null,
  });
  return { account, priceBook: PRICES, usage, rows, charges, drawdowns };
}
