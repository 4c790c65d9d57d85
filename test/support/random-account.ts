import fc from 'fast-check';
import { AV_ITEMS, type Item } from '../../src/shared/catalog/item';
import type { UsageRow } from './usage-ledger';

/** An account file in plain values, every fact stated, and its usage around days on which a rule changes. */
export interface RandomAccount {
  readonly site: 'cn' | 'intl';
  readonly firstAppOn: string;
  readonly settlement: 'daily' | 'monthly';
  readonly trial: {
    readonly grantedOn: string;
    readonly minutes: number;
    readonly expiresOn: string;
  } | null;
  readonly packages: readonly RandomPackage[];
  readonly contract: readonly {
    readonly item: string;
    readonly discount?: string;
    /** Per 1,000 minutes, instead of a discount. */
    readonly price?: string;
    readonly from: string;
    readonly to?: string;
    readonly reference: string;
  }[];
  readonly policy: {
    readonly meteringScope?: 'application' | 'account';
    readonly meteringPeriod?: 'day' | 'month';
    readonly packageOrder?: 'expiry-first' | 'purchase-first' | 'narrow-scope-first';
  };
  readonly rows: readonly UsageRow[];
}

export interface RandomPackage {
  readonly id: string;
  readonly minutes: number;
  readonly purchasedAt: string;
  readonly expiresOn: string;
  readonly apps: readonly string[];
  readonly tier?: 'audio' | 'sd' | 'hd' | undefined;
}

const APPS = ['1400000001', '1400000002', '999'] as const;
const TIMES = ['00:00', '00:05', '09:30', '23:55'] as const;

/** Days before, on and after which the rules of a site change, and what is used there. */
interface Setting {
  readonly site: RandomAccount['site'];
  readonly days: readonly string[];
  readonly firstApps: readonly string[];
  readonly items: readonly Item[];
}

/** The tier change of 2022-06-01, basic services only. */
const TIER_CHANGE: Setting = {
  site: 'cn',
  days: ['2022-05-30', '2022-05-31', '2022-06-01', '2022-06-02', '2022-06-30', '2022-07-01'],
  firstApps: ['2021-03-01'],
  items: AV_ITEMS,
};

const CHINA: Setting = {
  site: 'cn',
  days: [...TIER_CHANGE.days, '2022-07-31', '2022-08-01', '2024-02-28', '2024-02-29', '2024-03-01'],
  firstApps: ['2020-05-01', '2021-03-01'],
  items: [
    ...AV_ITEMS,
    ...(['output', 'single', 'mixed'] as const).flatMap((kind) =>
      (['audio', 'sd', 'fhd', '2k'] as const).map((tier) => `recording.${kind}.${tier}` as const),
    ),
    'transcoding.audio',
    ...(['h264', 'h265'] as const).flatMap((codec) =>
      (['sd', 'hd', 'fhd', '2k'] as const).map((tier) => `transcoding.${codec}.${tier}` as const),
    ),
  ],
};

const INTERNATIONAL: Setting = {
  site: 'intl',
  days: [
    ...['2021-10-30', '2021-11-04', '2021-11-05', '2021-11-30', '2021-12-01', '2022-01-31'],
    ...['2022-02-01', '2022-05-17', '2022-05-18', '2022-05-31', '2022-06-01', '2022-06-13'],
    ...['2022-12-31', '2023-01-01', '2023-01-11', '2023-01-12', '2023-01-30', '2023-01-31'],
    ...['2023-02-27', '2023-02-28', '2023-03-01', '2023-03-31'],
  ],
  firstApps: ['2021-10-26', '2021-10-27'],
  items: [
    ...AV_ITEMS,
    ...(['audio', 'hd', '2k'] as const).map((tier) => `recording.output.${tier}` as const),
    ...(['audio', 'fhd', '2k+'] as const).map((tier) => `recording.task.${tier}` as const),
    'transcoding.audio',
    'transcoding.h264.sd',
    'transcoding.h264.fhd',
    'transcoding.h265.2k+',
  ],
};

/** One price for everything until 2019-10-10, packages that keep it, and those that reach back to the 1st. */
const FIRST_ERAS: Setting = {
  site: 'cn',
  days: [
    ...['2019-10-01', '2019-10-10', '2019-10-11', '2019-10-31', '2019-11-01', '2019-11-30'],
    ...['2019-12-01', '2020-08-01', '2020-08-31', '2020-09-01', '2020-09-30'],
  ],
  firstApps: ['2019-06-01'],
  items: AV_ITEMS,
};

/** Small enough that balances run out inside the days. */
const minutes = fc.integer({ min: 0, max: 120 });

function settingAccount(
  { site, days, firstApps, items }: Setting,
  policy: fc.Arbitrary<RandomAccount['policy']>,
): fc.Arbitrary<RandomAccount> {
  const dayText = fc.constantFrom(...days);
  const quantity = fc.oneof(
    { weight: 3, arbitrary: fc.record({ seconds: fc.integer({ min: 0, max: 1500 }) }) },
    { weight: 2, arbitrary: fc.record({ minutes: fc.integer({ min: 0, max: 25 }) }) },
    { weight: 1, arbitrary: fc.record({ minutes: fc.constantFrom(0.0167, 1.5, 7.3333) }) },
  );
  const place = fc.record({
    day: dayText,
    app: fc.constantFrom(...APPS),
    item: fc.constantFrom(...items),
    at: fc.option(fc.constantFrom(...TIMES), { nil: undefined }),
  });
  const row = fc.tuple(place, quantity).map(([where, what]): UsageRow => ({ ...where, ...what }));
  const pack = fc.record({
    minutes,
    purchasedAt: dayText.map((date) => `${date}T12:00:00`),
    expiresOn: dayText,
    apps: fc.subarray([...APPS], { maxLength: 2 }),
    tier: fc.constantFrom(
      'audio' as const,
      'sd' as const,
      'hd' as const,
      undefined,
      undefined,
      undefined,
    ),
  });
  const agreed = fc.oneof(
    fc.record({ discount: fc.constantFrom('0.9', '0.85', '0.123456789', '1') }),
    fc.record({ price: fc.constantFrom('5', '12.5', '0.123456785', '3.987654321') }),
  );
  const termFrom = fc.record({ item: fc.constantFrom(...items), from: dayText });
  const term = fc.tuple(termFrom, agreed).map(([when, what]) => ({ ...when, ...what }));
  return fc.record({
    site: fc.constant(site),
    firstAppOn: fc.constantFrom(...firstApps),
    settlement: fc.constantFrom('daily' as const, 'monthly' as const),
    trial: fc.option(fc.record({ grantedOn: dayText, minutes, expiresOn: dayText })),
    packages: fc.array(pack, { maxLength: 4 }).map((packs) =>
      packs.map((one, index) => ({
        ...one,
        id: `package-${index}`,
        // Packages for one tier came with the tiers.
        tier: one.purchasedAt < '2019-10-11' ? undefined : one.tier,
      })),
    ),
    contract: fc
      .uniqueArray(term, { maxLength: 3, selector: ({ item, from }) => `${item}/${from}` })
      .map((terms) => terms.map((one, index) => ({ ...one, reference: `term ${index}` }))),
    policy,
    rows: fc.array(row, { maxLength: 25 }),
  });
}

const anyPolicy: fc.Arbitrary<RandomAccount['policy']> = fc.record(
  {
    meteringScope: fc.constantFrom('application', 'account'),
    meteringPeriod: fc.constantFrom('day', 'month'),
    packageOrder: fc.constantFrom('expiry-first', 'purchase-first', 'narrow-scope-first'),
  },
  { requiredKeys: [] },
);

/** A China account around the tier change, with default policies. */
export const randomAccount = settingAccount(TIER_CHANGE, fc.constant({}));
/** A China account with value-added services, any metering scope and period, any order of packages. */
export const randomChinaAccount = settingAccount(CHINA, anyPolicy);
/** A China account with packages from before the tiers. */
export const randomOldAccount = settingAccount(FIRST_ERAS, anyPolicy);
/** An international account through the three eras of free minutes, any metering scope and period, any order of packages. */
export const randomInternationalAccount = settingAccount(INTERNATIONAL, anyPolicy);
