import type { AccountFacts } from '../../account/facts';
import { firstOfMonth } from '../../period/day';
import type { Charge } from '../../settlement/charge';
import type { TraceStep } from '../../trace';
import { ceilingMinutes } from '../../usage/cumulative-ceiling';
import { settlementOn } from '../../usage/metering-rule';
import { daysOf } from '../what-if/counterfactual';

/** When the money of a charge is taken, and in which month's bill it stands. */
export function settlementSteps(charge: Charge, facts: AccountFacts): TraceStep[] {
  const { periodStart, chargedOn } = charge;
  const kind = settlementOn(facts, charge.item, periodStart);
  const basis = facts.billMonthBasis;
  const month = firstOfMonth(basis === 'usage' ? periodStart : chargedOn).slice(0, 7);
  const inputs = { days: daysOf([charge]) };
  return [
    {
      rule: kind === 'daily' ? 'expected.settled-daily' : 'expected.settled-monthly',
      inputs,
      value: chargedOn,
      unit: 'text',
    },
    {
      rule: basis === 'usage' ? 'expected.month-of-use' : 'expected.month-of-deduction',
      inputs: {},
      value: month,
      unit: 'text',
    },
  ];
}

/** From what the export says to whole minutes. */
export function meteringSteps(charge: Charge, facts: AccountFacts): TraceStep[] {
  const { seconds, meteredMinutes, meteredMinutesLow } = charge;
  const value = String(meteredMinutes);
  const inputs = { days: daysOf([charge]) };
  const metered: TraceStep[] =
    seconds === null
      ? [{ rule: 'meter.whole-minutes', inputs, value, unit: 'minutes' }]
      : [
          { rule: 'meter.seconds', inputs, value: String(seconds), unit: 'seconds' },
          { ...minutesOf(charge, seconds, facts), value, unit: 'minutes' },
        ];
  if (meteredMinutesLow === meteredMinutes) return metered;
  const lowMinutes = String(meteredMinutesLow);
  return [
    ...metered,
    { rule: 'meter.lower-bound', inputs: { meteredMinutes }, value: lowMinutes, unit: 'minutes' },
  ];
}

/**
 * How seconds became minutes: by their own ceiling; by what the ceiling of their month grew by, where seconds of the
 * month came before; or as the account's minutes were dealt out, which one application's seconds alone do not tell.
 */
function minutesOf(
  { carriedSeconds }: Charge,
  seconds: number,
  { meteringScope }: AccountFacts,
): Pick<TraceStep, 'rule' | 'inputs'> {
  if (meteringScope === 'account') return { rule: 'meter.account-share', inputs: { seconds } };
  if (carriedSeconds === 0) return { rule: 'meter.ceiling', inputs: { seconds } };
  const totalSeconds = carriedSeconds + seconds;
  return {
    rule: 'meter.growth',
    inputs: {
      carriedSeconds,
      carriedMinutes: ceilingMinutes(carriedSeconds),
      totalSeconds,
      totalMinutes: ceilingMinutes(totalSeconds),
    },
  };
}
