import { decimal } from '../../src/shared/money/decimal';
import { deriveFacts } from '../../src/shared/account/derive';
import type { PolicyChoices } from '../../src/shared/account/policy';
import type { Cause } from '../../src/shared/reconcile/result/discrepancy';
import { addDays, type Day } from '../../src/shared/period/day';
import type { Charge } from '../../src/shared/settlement/charge';
import { expectedBill } from '../../src/shared/settlement/expected-bill';
import type { CleanMonth } from './clean-month';
import type { UsageRow } from './ledger';
import type { Mistake, PlannedLine } from './mistakes';

export function moreMinutes(plan: PlannedLine, minutes: number): PlannedLine {
  return { ...plan, terms: { ...plan.terms, minutes: plan.terms.minutes.plus(minutes) } };
}

/** 5-minute rows of one day of a charge's application and item. */
function timedRows(charge: Charge, month: CleanMonth, day: Day = charge.periodStart): UsageRow[] {
  return month.rows.filter(
    (row) =>
      row.day === day &&
      row.sdkAppId === charge.sdkAppId &&
      row.item === charge.item &&
      row.seconds !== undefined,
  );
}

const minutesOf = (rows: readonly UsageRow[]) =>
  Math.ceil(rows.reduce((sum, row) => sum + (row.seconds ?? 0), 0) / 60);

/** Minutes by which rounding every row up exceeds rounding the day; 0 where there are no 5-minute rows. */
function rowExcess(charge: Charge, month: CleanMonth): number {
  const rows = timedRows(charge, month);
  const perRow = rows.reduce((sum, row) => sum + Math.ceil((row.seconds ?? 0) / 60), 0);
  return rows.length === 0 ? 0 : perRow - charge.meteredMinutes;
}

/** Minutes by which 08:00 to 08:00 exceeds the day; 0 where minutes are covered or have no time. */
function utcExcess(charge: Charge, month: CleanMonth): number {
  const today = timedRows(charge, month);
  if (today.length === 0 || charge.packageMinutes + charge.trialMinutes > 0) return 0;
  const early = (row: UsageRow) => (row.at ?? '') < '08:00';
  const next = timedRows(charge, month, addDays(charge.periodStart, 1)).filter(early);
  return minutesOf([...today.filter((row) => !early(row)), ...next]) - charge.meteredMinutes;
}

const OTHERWISE = new WeakMap<CleanMonth, Map<string, ReadonlyMap<string, number>>>();

/** Minutes by which another rounding exceeds the right one. */
function roundingExcess(charge: Charge, month: CleanMonth, policy: PolicyChoices): number {
  const known = OTHERWISE.get(month) ?? new Map<string, ReadonlyMap<string, number>>();
  OTHERWISE.set(month, known);
  const key = JSON.stringify(policy);
  let minutes = known.get(key);
  if (!minutes) {
    const facts = deriveFacts({ ...month.account, policy });
    const { charges } = expectedBill({ ...month, facts, period: null });
    minutes = new Map(charges.map(({ id, billableMinutes }) => [id, billableMinutes]));
    known.set(key, minutes);
  }
  return (minutes.get(charge.id) ?? 0) - charge.billableMinutes;
}

/** The package's draws of a charge, as they were made. */
const drawsOf = (charge: Charge, month: CleanMonth) =>
  month.drawdowns.filter(
    (draw) =>
      draw.day === charge.periodStart &&
      draw.sdkAppId === charge.sdkAppId &&
      draw.item === charge.item &&
      draw.source !== 'trial',
  );

/** Minutes that become payable when the package's balance is taken at another ratio on the day it runs out. */
function excessAt(ratio: number, charge: Charge, month: CleanMonth): number {
  const draws = drawsOf(charge, month);
  const last = draws.at(-1);
  if (!last || last.ratio === ratio || new Set(draws.map(({ source }) => source)).size > 1)
    return 0;
  const balance = Math.max(...draws.map((draw) => draw.balanceAfter + draw.deducted));
  const wanted = charge.packageMinutes + charge.billableMinutes;
  return charge.packageMinutes - Math.min(wanted, Math.floor(balance / ratio));
}

const ratioExcess = (charge: Charge, month: CleanMonth) => excessAt(1, charge, month);

/** The same with each ratio that was ever published for the item: which one was taken, the minutes do not say. */
const ratioExcesses = (charge: Charge, month: CleanMonth) =>
  month.priceBook.ratios.flatMap(({ item, ratio }) =>
    item === charge.item ? [excessAt(ratio, charge, month)] : [],
  );

/** Covered minutes of the purchase day that were used before the moment of the purchase, 08:12:33. */
function beforePurchase(charge: Charge, month: CleanMonth): number {
  const purchasedOn = month.account.packages.find(({ id }) =>
    drawsOf(charge, month).some(({ source }) => source === id),
  )?.purchasedAt;
  if (!purchasedOn?.startsWith(charge.periodStart)) return 0;
  // Where the package or the trial ran out, which row it covered is a matter of the order of all rows.
  const draws = drawsOf(charge, month);
  if (charge.trialMinutes > 0 || draws.some(({ start }) => start !== null)) return 0;
  return minutesOf(timedRows(charge, month).filter((row) => (row.at ?? '') < '08:12'));
}

/** By how many minutes the bill is off when this mistake is made on a charge. */
interface Miscount {
  readonly name: string;
  readonly cause: Cause;
  readonly excess: (charge: Charge, month: CleanMonth) => number;
}

const MISCOUNTS: readonly Miscount[] = [
  {
    name: 'package-not-applied',
    cause: 'package-not-applied',
    excess: (charge) => charge.packageMinutes,
  },
  {
    name: 'trial-not-applied',
    cause: 'trial-not-applied',
    excess: (charge) => charge.trialMinutes,
  },
  { name: 'row-rounding', cause: 'row-rounding', excess: rowExcess },
  { name: 'package-window', cause: 'package-window', excess: beforePurchase },
  { name: 'package-ratio', cause: 'package-ratio', excess: ratioExcess },
  { name: 'utc-days', cause: 'day-shifted', excess: utcExcess },
  {
    name: 'account-rounding',
    cause: 'rounding-scope',
    excess: (charge, month) => roundingExcess(charge, month, { meteringScope: 'account' }),
  },
  {
    name: 'month-rounding',
    cause: 'rounding-scope',
    excess: (charge, month) => roundingExcess(charge, month, { meteringPeriod: 'month' }),
  },
];

/** Two mistakes that give the same minutes give the same bill: nobody could tell them apart on one line. */
function isTellable(own: Miscount, charge: Charge, month: CleanMonth): boolean {
  const minutes = own.excess(charge, month);
  if (minutes === 0 || charge.billableMinutes + minutes <= 0) return false;
  if (own.cause !== 'package-ratio' && ratioExcesses(charge, month).includes(minutes)) return false;
  return MISCOUNTS.every(
    (other) => other.cause === own.cause || other.excess(charge, month) !== minutes,
  );
}

/** Mistakes of counting, which change the minutes of a line and nothing else. */
export const METERING_MISTAKES: readonly Mistake[] = MISCOUNTS.map((own) => ({
  name: own.name,
  cause: own.cause,
  stage: 1,
  fits: (charge, month) => isTellable(own, charge, month),
  make: (plan, charge, month) => moreMinutes(plan, own.excess(charge, month)),
}));

/** The same without the care for other explanations: for a mistake that is made on every line. */
export const everywhere = (name: string): Mistake => {
  const own = MISCOUNTS.find((one) => one.name === name);
  if (!own) throw new Error(`no miscount is called ${name}`);
  return {
    name,
    cause: own.cause,
    stage: 1,
    fits: (charge, month) =>
      own.excess(charge, month) !== 0 &&
      decimal(charge.billableMinutes).plus(own.excess(charge, month)).gt(0),
    make: (plan, charge, month) => moreMinutes(plan, own.excess(charge, month)),
  };
};
