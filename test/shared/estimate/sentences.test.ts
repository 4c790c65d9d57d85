import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAccount } from '../../../src/shared/account/account-file';
import { estimate } from '../../../src/shared/estimate/calculator';
import type { UsagePlan } from '../../../src/shared/estimate/usage-plan';
import { ONE, decimal } from '../../../src/shared/money/decimal';
import { day } from '../../../src/shared/period/day';
import { refundOf, type RefundRequest } from '../../../src/shared/pricing/refund';
import type { TraceStep } from '../../../src/shared/trace';
import { shippedPriceBook } from '../../support/price-books';

const CN = shippedPriceBook('cn');
const ON = day('2023-06-01');

/** Steps of every kind of plan, way of counting, price and refund there is. */
function everyStep(): TraceStep[] {
  const terms = [
    [],
    [{ item: 'av.hd', discount: '0.9', from: '2020-01-01' }],
    [{ item: 'av.hd', price: '20', from: '2020-01-01' }],
  ];
  const two = decimal(2);
  const plans = (['av.audio', 'av.hd'] as const).flatMap((item): UsagePlan[] => [
    {
      kind: 'calls',
      item,
      daysPerMonth: 30,
      callsPerDay: two,
      usersPerCall: two,
      minutesPerUser: two,
    },
    {
      kind: 'live',
      item,
      daysPerMonth: 30,
      roomsPerDay: two,
      anchorsPerRoom: two,
      audiencePerRoom: two,
      minutesPerRoom: two,
    },
    {
      kind: 'calls',
      item,
      mix: [{ item, minutes: 5 }],
      daysPerMonth: 30,
      callsPerDay: two,
      usersPerCall: two,
      minutesPerUser: two,
    },
  ]);
  const rules = ['sum-of-streams', 'sum-of-areas'] as const;
  const estimates = terms.flatMap((contract) =>
    plans.flatMap((plan) =>
      rules.flatMap((streamRule) => {
        const account = readAccount(JSON.stringify({ site: 'cn', contract }));
        if (!account.ok) throw new Error(account.error.code);
        const result = estimate({
          account: account.value,
          priceBook: CN,
          plan,
          on: ON,
          streamRule,
        });
        return result.ok ? result.value.lines.flatMap(({ steps }) => steps) : [];
      }),
    ),
  );
  const request: RefundRequest = {
    origin: 'purchase',
    deliveredOn: ON,
    requestedOn: ON,
    cashPaid: two,
    usedMinutes: 0,
    discount: ONE,
    fullRefundTaken: false,
  };
  const refunds = [
    request,
    { ...request, usedMinutes: 1 },
    { ...request, origin: 'trial' as const },
    { ...request, origin: 'gift' as const },
    { ...request, usedMinutes: 1, deliveredOn: day('2019-12-01') },
  ].flatMap((one) => refundOf(CN, one).steps);
  return [...estimates, ...refunds];
}

describe.each(['en', 'zh-CN', 'ko'])('sentences of the steps in %s', (language) => {
  const path = join(import.meta.dirname, `../../../resources/locales/${language}/estimate.json`);
  const { steps: sentences } = JSON.parse(readFileSync(path, 'utf8')) as {
    steps: Record<string, string>;
  };
  const steps = everyStep();

  it('fill their blanks with inputs that the step has', () => {
    for (const { rule, inputs } of steps) {
      const blanks = [...(sentences[rule] ?? `{{no sentence of ${rule}}}`).matchAll(/{{([^},]+)/g)];
      for (const [, blank = ''] of blanks) expect(Object.keys(inputs), rule).toContain(blank);
    }
  });

  it('are all said', () => {
    const said = new Set(steps.map(({ rule }) => rule));
    expect(Object.keys(sentences).filter((rule) => !said.has(rule))).toEqual([]);
  });
});
