import fc from 'fast-check';
import { AV_ITEMS } from '../../src/shared/catalog/item';
import type { UsageRow } from './usage-ledger';

/** An account file in plain values, every fact stated, and its usage around the tier change of 2022-06-01. */
export interface RandomAccount {
  readonly settlement: 'daily' | 'monthly';
  readonly trial: {
    readonly grantedOn: string;
    readonly minutes: number;
    readonly expiresOn: string;
  } | null;
  readonly packages: readonly RandomPackage[];
  readonly contract: readonly {
    readonly item: string;
    readonly discount: string;
    readonly from: string;
    readonly reference: string;
  }[];
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

const DAYS = [
  '2022-05-30',
  '2022-05-31',
  '2022-06-01',
  '2022-06-02',
  '2022-06-30',
  '2022-07-01',
] as const;
const APPS = ['1400000001', '1400000002', '999'] as const;
const TIMES = ['00:00', '00:05', '09:30', '23:55'] as const;

const dayText = fc.constantFrom(...DAYS);
/** Small enough that balances run out inside the days. */
const minutes = fc.integer({ min: 0, max: 120 });

const row = fc.record({
  day: dayText,
  app: fc.constantFrom(...APPS),
  item: fc.constantFrom(...AV_ITEMS),
  at: fc.option(fc.constantFrom(...TIMES), { nil: undefined }),
  seconds: fc.integer({ min: 0, max: 1500 }),
});

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

const term = fc.record({
  item: fc.constantFrom(...AV_ITEMS),
  discount: fc.constantFrom('0.9', '0.85', '0.123456789', '1'),
  from: dayText,
});

export const randomAccount: fc.Arbitrary<RandomAccount> = fc.record({
  settlement: fc.constantFrom('daily' as const, 'monthly' as const),
  trial: fc.option(fc.record({ grantedOn: dayText, minutes, expiresOn: dayText })),
  packages: fc
    .array(pack, { maxLength: 4 })
    .map((packs) => packs.map((one, index) => ({ ...one, id: `package-${index}` }))),
  contract: fc
    .uniqueArray(term, { maxLength: 3, selector: ({ item, from }) => `${item}/${from}` })
    .map((terms) => terms.map((one, index) => ({ ...one, reference: `term ${index}` }))),
  rows: fc.array(row, { maxLength: 25 }),
});
