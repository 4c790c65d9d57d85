import { fromScaled, toScaled, type Decimal } from '../../../../shared/money/decimal';
import type { Charge } from '../../../../shared/settlement/charge';
import { AMOUNT_SCALE } from '../evidence/bill-lines';

/** A charge in a piece of neighbours (migrations/0017), which names its days. */
export type PackedCharge = readonly [
  /** Id in run_charge_kinds. */
  kind: number,
  seconds: number | null,
  meteredMinutes: number,
  meteredMinutesLow: number,
  trialMinutes: number,
  packageMinutes: number,
  billableMinutes: number,
  /** Amount x 10^8; as text where JSON would not keep it exact. */
  amountE8: number | string,
  /** Left out: 0. */
  carriedSeconds?: number,
];

export function packed(charge: Charge, kind: number): PackedCharge {
  return [
    kind,
    charge.seconds,
    charge.meteredMinutes,
    charge.meteredMinutesLow,
    charge.trialMinutes,
    charge.packageMinutes,
    charge.billableMinutes,
    packedAmount(charge.amount),
    ...(charge.carriedSeconds === 0 ? ([] as const) : ([charge.carriedSeconds] as const)),
  ];
}

function packedAmount(amount: Decimal): number | string {
  const scaled = toScaled(amount, AMOUNT_SCALE);
  const number = Number(scaled);
  return Number.isSafeInteger(number) ? number : scaled.toString();
}

/** Amount x 10^8. */
export function amountOf(charge: PackedCharge): bigint {
  return BigInt(charge[7]);
}

/** The exact amount. */
export function decimalAmountOf(charge: PackedCharge): Decimal {
  return fromScaled(amountOf(charge), AMOUNT_SCALE);
}
