import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, type Day } from '../../../src/shared/period/day';
import { holderKinds } from '../../../src/shared/pricing/holder-kinds';
import type { PriceCondition } from '../../../src/shared/pricing/price-book';
import { holds, type PriceHolder } from '../../../src/shared/pricing/price-holder';

const USAGE_DAY = day('2024-01-01');
const held = (conditions: readonly PriceCondition[], holder: PriceHolder) =>
  conditions.map((condition) => holds(condition, USAGE_DAY, USAGE_DAY, holder));

const anyDay = fc.nat(12).map((count) => addDays(day('2023-02-24'), count));
const dateField = fc.constantFrom(
  'firstAppFrom' as const,
  'firstAppTo' as const,
  'appCreatedFrom' as const,
  'appCreatedTo' as const,
  'registeredFrom' as const,
  'registeredTo' as const,
);
const policyCondition = fc.constantFrom(
  { name: 'recordingCutOver', choice: '2022-08-01' } as const,
  { name: 'recordingCutOver', choice: '2022-07-20' } as const,
  { name: 'dashboardAdvancedOverage', choice: '2.99' } as const,
  { name: 'dashboardAdvancedOverage', choice: '0.95' } as const,
);
const anyCondition: fc.Arbitrary<PriceCondition> = fc.oneof(
  fc.tuple(dateField, anyDay).map(([field, date]) => ({ [field]: date })),
  policyCondition.map((policy) => ({ policy })),
  fc
    .tuple(dateField, anyDay, policyCondition)
    .map(([field, date, policy]) => ({ [field]: date, policy })),
);
const anyHolder: fc.Arbitrary<PriceHolder> = fc.record({
  firstAppOn: fc.option(anyDay),
  appCreatedOn: fc.option(anyDay),
  registeredOn: fc.option(anyDay),
  oldPackageLastDay: fc.constant<Day | null>(null),
  policy: fc.record(
    {
      recordingCutOver: fc.constantFrom('2022-08-01' as const, '2022-07-20' as const),
      dashboardAdvancedOverage: fc.constantFrom('2.99' as const, '0.95' as const),
    },
    { requiredKeys: [] },
  ),
});

describe('kinds of account', () => {
  it('whoever asks, one of the kinds has the same prices: law', () => {
    fc.assert(
      fc.property(
        fc.array(anyCondition, { minLength: 1, maxLength: 3 }),
        anyHolder,
        (conditions, holder) => {
          const kinds = holderKinds(conditions).map((kind) => held(conditions, kind));
          expect(kinds).toContainEqual(held(conditions, holder));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('without conditions there is one kind', () => {
    expect(holderKinds([{}, {}])).toEqual([
      {
        firstAppOn: null,
        appCreatedOn: null,
        registeredOn: null,
        oldPackageLastDay: null,
        policy: {},
      },
    ]);
  });

  it('a boundary makes three: before it, from it on, and not known', () => {
    const kinds = holderKinds([
      { firstAppTo: day('2021-10-27') },
      { firstAppFrom: day('2021-10-27') },
    ]);
    expect(kinds.map(({ firstAppOn }) => firstAppOn)).toEqual([null, '2021-10-26', '2021-10-27']);
  });

  it('policies are combined, with all their choices, whichever of them a price names', () => {
    const kinds = holderKinds([
      { policy: { name: 'recordingCutOver', choice: '2022-07-20' } },
      { policy: { name: 'dashboardAdvancedOverage', choice: '0.95' } },
    ]);
    expect(kinds.map(({ policy }) => policy)).toEqual([
      { recordingCutOver: '2022-08-01', dashboardAdvancedOverage: '2.99' },
      { recordingCutOver: '2022-08-01', dashboardAdvancedOverage: '0.95' },
      { recordingCutOver: '2022-07-20', dashboardAdvancedOverage: '2.99' },
      { recordingCutOver: '2022-07-20', dashboardAdvancedOverage: '0.95' },
    ]);
  });
});
