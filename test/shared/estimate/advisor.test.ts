import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAccount } from '../../../src/shared/account/account-file';
import type { Account } from '../../../src/shared/account/account';
import { advise, type AdviceInput } from '../../../src/shared/estimate/advisor';
import { decimal, toText } from '../../../src/shared/money/decimal';
import { addDays, day } from '../../../src/shared/period/day';
import { monthOf } from '../../../src/shared/period/period';
import type { PackageOffer, PriceBook } from '../../../src/shared/pricing/price-book';
import { shippedPriceBook } from '../../support/price-books';
import { ledger, type UsageRow } from '../../support/usage-ledger';

const CN = shippedPriceBook('cn');
const JUNE = monthOf(day('2023-06-01'));

function account(facts: object): Account {
  const read = readAccount(JSON.stringify({ site: 'cn', trial: null, ...facts }));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

function adviceOn(rows: readonly UsageRow[], more: Partial<AdviceInput> = {}) {
  const advice = advise({
    account: account({}),
    priceBook: CN,
    usage: ledger(...rows),
    period: JUNE,
    on: day('2023-06-01'),
    ...more,
  });
  return {
    ...advice,
    bought: advice.packages.map(({ minutes, count, price }) => [minutes, count, toText(price)]),
    total: toText(advice.total),
    payAsYouGo: toText(advice.payAsYouGo),
    rest: toText(advice.rest),
  };
}

const audio = (minutes: number): UsageRow => ({ day: '2023-06-01', item: 'av.audio', minutes });

describe('the advisor', () => {
  it('advises nothing where a package of the needed size costs as much as pay-as-you-go', () => {
    const advice = adviceOn([audio(20_000)]);
    expect(advice).toMatchObject({ bought: [], payAsYouGo: '140', total: '140' });
  });

  it('takes a larger package where it costs less than what is needed, and says what is left over', () => {
    // 24,400 minutes: 170.80 at pay-as-you-go; 25,000 cost 168.
    const advice = adviceOn([audio(24_400)]);
    expect(advice).toMatchObject({ bought: [[25_000, 1, '168']], total: '168', rest: '0' });
    expect(advice.unusedPackageMinutes).toBe(600);
    expect(advice.usableThrough).toBe('2024-06-30');
  });

  it('leaves to pay-as-you-go what would cost more in a larger package', () => {
    // A custom size of 4,000,000 at 5.63 costs less than 3M + 1M; the last 500 minutes cost 3.50, another
    // 1,000 of the package 5.63.
    const advice = adviceOn([audio(4_000_500)]);
    expect(advice.total).toBe('22523.5');
    expect(advice).toMatchObject({ bought: [[4_000_000, 1, '22520']], rest: '3.5' });
    expect(advice.tried).toBeLessThan(10);
  });

  it('is quick where much is used', () => {
    const advice = adviceOn([
      audio(50_000_000),
      { day: '2023-06-02', item: 'av.hd', minutes: 9_999_999 },
    ]);
    expect(Number(advice.total)).toBeLessThan(Number(advice.payAsYouGo) * 0.81);
    expect(advice.tried).toBeLessThan(20);
  });

  it('lets the trial go first and does not count packages that the account has', () => {
    const owner = account({
      trial: { grantedOn: '2023-05-15' },
      packages: [{ id: 'own', minutes: 25_000, purchasedAt: '2023-05-15T10:00:00' }],
    });
    const advice = adviceOn([audio(34_400)], { account: owner });
    expect(advice).toMatchObject({ bought: [[25_000, 1, '168']], payAsYouGo: '170.8' });
  });

  it('counts the minutes of the months before against the trial, and nothing else of them', () => {
    const owner = account({ trial: { grantedOn: '2023-05-15' } });
    const rows = [
      { ...audio(10_000), day: '2023-05-31' },
      audio(24_400),
      { ...audio(99_000), day: '2023-07-01' },
    ];
    expect(adviceOn(rows, { account: owner }).payAsYouGo).toBe('170.8');
  });

  it('does not let packages cover days after their last one', () => {
    const period = { from: day('2023-06-01'), to: day('2024-09-01') };
    const rows = [audio(24_400), { ...audio(24_400), day: '2024-07-01' }];
    expect(adviceOn(rows, { period })).toMatchObject({
      bought: [[25_000, 1, '168']],
      rest: '170.8',
      usedPackageMinutes: 24_400,
    });
  });

  it('has nothing to advise where nothing was on sale', () => {
    const intl = shippedPriceBook('intl');
    const advice = adviceOn([audio(500_000)], {
      priceBook: intl,
      account: account({ site: 'intl' }),
    });
    expect(advice).toMatchObject({ offers: 0, bought: [], saving: decimal(0) });
  });
});

/** Money in units of 0.00001, so that the plain way needs no fractions. */
const UNITS_PER_MINUTE = { 'av.audio': 700, 'av.sd': 1400, 'av.hd': 2800 } as const;
const RATIOS = { 'av.audio': 1, 'av.sd': 2, 'av.hd': 4 } as const;
const ITEMS = ['av.audio', 'av.sd', 'av.hd'] as const;
type PlainItem = (typeof ITEMS)[number];

interface PlainSize {
  readonly minutes: number;
  readonly units: number;
}
interface World {
  readonly usage: readonly {
    readonly date: number;
    readonly item: PlainItem;
    readonly minutes: number;
  }[];
  /** Hundredths of the list price. */
  readonly factor: Readonly<Record<PlainItem, number>>;
  readonly fixed: readonly PlainSize[];
  /** From this size on, at so many units per minute. */
  readonly tiers: readonly { readonly from: number; readonly unitsPerMinute: number }[];
}

const unitsPerMinute = fc.integer({ min: 200, max: 900 });
const world: fc.Arbitrary<World> = fc.record({
  usage: fc.uniqueArray(
    fc.record({
      date: fc.integer({ min: 0, max: 2 }),
      item: fc.constantFrom(...ITEMS),
      minutes: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 5, selector: ({ date, item }) => `${date}/${item}` },
  ),
  factor: fc.record({
    'av.audio': fc.constantFrom(100, 100, 30, 80),
    'av.sd': fc.constantFrom(100, 100, 30, 80),
    'av.hd': fc.constantFrom(100, 100, 30, 80),
  }),
  fixed: fc
    .array(fc.tuple(fc.integer({ min: 6, max: 40 }), fc.integer({ min: 150, max: 700 })), {
      maxLength: 2,
    })
    .map((sizes) => sizes.map(([minutes, each]) => ({ minutes, units: minutes * each }))),
  tiers: fc.oneof(
    fc.constant([]),
    fc
      .tuple(
        fc.integer({ min: 2, max: 12 }),
        fc.integer({ min: 13, max: 60 }),
        unitsPerMinute,
        unitsPerMinute,
        unitsPerMinute,
      )
      .map(([second, third, a, b, c]) => [
        { from: 1, unitsPerMinute: Math.max(a, b, c) },
        { from: second, unitsPerMinute: a + b + c - Math.max(a, b, c) - Math.min(a, b, c) },
        { from: third, unitsPerMinute: Math.min(a, b, c) },
      ]),
  ),
});

const costOf = (use: World, item: PlainItem) => (UNITS_PER_MINUTE[item] * use.factor[item]) / 100;

/** Minute by minute, from the first package that has enough left: by hand, without the engine. */
function plainRest(use: World, sizes: readonly number[]): number {
  const left = [...sizes];
  const inOrder = [...use.usage].sort(
    (a, b) => a.date - b.date || ITEMS.indexOf(a.item) - ITEMS.indexOf(b.item),
  );
  let units = 0;
  for (const { item, minutes } of inOrder)
    for (let minute = 0; minute < minutes; minute += 1) {
      const at = left.findIndex((balance) => balance >= RATIOS[item]);
      if (at < 0) units += costOf(use, item);
      else left[at] = (left[at] ?? 0) - RATIOS[item];
    }
  return units;
}

/** Every mix there is, one after the other. */
function plainCheapest(use: World): number {
  const demand = use.usage.reduce((sum, { item, minutes }) => sum + minutes * RATIOS[item], 0);
  const fixed = [...use.fixed].sort((a, b) => b.minutes - a.minutes);
  let least = Infinity;
  const choose = (index: number, sizes: readonly number[], paid: number): void => {
    const next = fixed[index];
    if (next) {
      // A package leaves at most 3 minutes that no item can use: so many cover everything.
      const most = Math.ceil(demand / (next.minutes - 3));
      for (let count = 0; count <= most; count += 1)
        choose(
          index + 1,
          [...sizes, ...Array<number>(count).fill(next.minutes)],
          paid + count * next.units,
        );
      return;
    }
    least = Math.min(least, paid + plainRest(use, sizes));
    for (let custom = 1; custom <= Math.max(demand, 60); custom += 1) {
      const tier = use.tiers.findLast(({ from }) => from <= custom);
      if (!tier) continue;
      const price = custom * tier.unitsPerMinute;
      if (paid + price < least)
        least = Math.min(least, paid + price + plainRest(use, [...sizes, custom]));
    }
  };
  choose(0, [], 0);
  return least;
}

const money = (units: number, perUnit = 100_000) => decimal(units).div(decimal(perUnit));

function bookOf(use: World): PriceBook {
  const [example] = CN.packages;
  if (!example) throw new Error('no package');
  const offer = { from: day('2020-01-01'), to: null, citation: example.citation, name: 'package' };
  const fixed = use.fixed.map(({ minutes, units }, index): PackageOffer => ({
    ...offer,
    id: `fixed-${index}`,
    minutes,
    price: money(units),
  }));
  const custom = use.tiers.map(({ from, unitsPerMinute: each }, index): PackageOffer => ({
    ...offer,
    id: `custom-${index}`,
    minutes: null,
    fromMinutes: from,
    toMinutes: use.tiers[index + 1]?.from,
    price: money(each, 100),
  }));
  return { ...CN, packages: [...fixed, ...custom] };
}

function adviceFor(use: World) {
  const contract = ITEMS.map((item) => ({
    item,
    discount: toText(money(use.factor[item], 100)),
    from: '2020-01-01',
  }));
  return advise({
    account: account({ contract }),
    priceBook: bookOf(use),
    usage: ledger(
      ...use.usage.map(({ date, item, minutes }) => ({
        day: addDays(JUNE.from, date),
        item,
        minutes,
      })),
    ),
    period: JUNE,
    on: JUNE.from,
    customStep: 1,
  });
}

describe('laws of the advisor', () => {
  it('no mix costs less than the one advised', () => {
    fc.assert(
      fc.property(world, (use) => {
        expect(toText(adviceFor(use).total)).toBe(toText(money(plainCheapest(use))));
      }),
      { numRuns: 1000 },
    );
  });

  it('the parts of an advice fit together, and buying nothing is never cheaper', () => {
    fc.assert(
      fc.property(world, (use) => {
        const advice = adviceFor(use);
        const sizes = advice.packages.flatMap(({ minutes, count }) =>
          Array<number>(count).fill(minutes),
        );
        expect(toText(advice.rest)).toBe(toText(money(plainRest(use, sizes))));
        expect(toText(advice.packagePrice.plus(advice.rest))).toBe(toText(advice.total));
        expect(toText(advice.payAsYouGo.minus(advice.saving))).toBe(toText(advice.total));
        expect(advice.saving.isNegative()).toBe(false);
        expect(advice.usedPackageMinutes + advice.unusedPackageMinutes).toBe(
          sizes.reduce((sum, minutes) => sum + minutes, 0),
        );
      }),
      { numRuns: 250 },
    );
  });

  it('the worlds of the law hold larger sizes that cost less than smaller ones, and mixes worth buying', () => {
    const cheaperLarger = fc.sample(world, { numRuns: 100, seed: 1 }).filter(({ tiers }) =>
      tiers.some((tier, index) => {
        const before = tiers[index - 1];
        return before && (tier.from - 1) * before.unitsPerMinute > tier.from * tier.unitsPerMinute;
      }),
    );
    expect(cheaperLarger.length).toBeGreaterThan(20);
    const bought = fc
      .sample(world, { numRuns: 100, seed: 1 })
      .map((use) => adviceFor(use).packages);
    expect(bought.filter((packages) => packages.length > 0).length).toBeGreaterThan(40);
    expect(
      bought.filter(([first, second]) => second ?? (first && first.count > 1)).length,
    ).toBeGreaterThan(5);
  });
});
