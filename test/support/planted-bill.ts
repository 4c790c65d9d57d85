import type { BillLine } from '../../src/shared/bill/bill-line';
import { toText } from '../../src/shared/money/decimal';
import { addDays, day } from '../../src/shared/period/day';
import type { Cause } from '../../src/shared/reconcile/result/discrepancy';
import type { Charge } from '../../src/shared/settlement/charge';
import { settlementLine, termsOf } from './bill-lines';
import type { CleanMonth } from './clean-month';
import { amountOf, linesOf, MISTAKES, plainPlan, type Mistake } from './mistakes';
import type { Random } from './random';

/** What the audit must find: one cause on one comparison, with this much money. */
export interface Planted {
  readonly comparisonId: string;
  readonly cause: Cause;
  readonly amount: string;
}

export interface PlantedBill {
  readonly lines: readonly BillLine[];
  readonly planted: readonly Planted[];
}

interface Draft {
  readonly lines: BillLine[];
  readonly planted: Planted[];
  readonly used: Set<string>;
  nextId: number;
}

/** What can be wrong: on one charge, or with a whole line. */
export const PLANTABLE = [
  ...MISTAKES.map((mistake) => mistake.name),
  'line-missing',
  'usage-missing',
  'day-shifted',
  'wrong-application',
  'late-charge',
  'value-added-unexpected',
] as const;
export type Plantable = string;

function free(draft: Draft, month: CleanMonth, fits: (charge: Charge) => boolean): Charge[] {
  return month.charges.filter((charge) => !draft.used.has(charge.id) && fits(charge));
}

function plantOn(
  draft: Draft,
  month: CleanMonth,
  charge: Charge,
  mistakes: readonly Mistake[],
  random: Random,
): void {
  draft.used.add(charge.id);
  let plan = plainPlan(charge);
  for (const mistake of [...mistakes].sort((a, b) => a.stage - b.stage)) {
    const before = amountOf(plan);
    plan = mistake.make(plan, charge, month, random);
    const moved = amountOf(plan).minus(before);
    // To the cent what is to the cent already: nothing was changed, so nothing is to be found.
    if (moved.isZero()) continue;
    draft.planted.push({
      comparisonId: charge.id,
      cause: mistake.cause,
      amount: toText(moved),
    });
  }
  const lines = linesOf(plan, draft.nextId, random.chance(0.5));
  draft.nextId += lines.length;
  draft.lines.push(...lines);
}

function plantMissing(draft: Draft, month: CleanMonth, random: Random): boolean {
  const charges = free(draft, month, (charge) => charge.billableMinutes > 0);
  if (charges.length === 0) return false;
  const charge = random.pick(charges);
  draft.used.add(charge.id);
  const amount = toText(charge.amount.neg());
  draft.planted.push({ comparisonId: charge.id, cause: 'line-missing', amount });
  return true;
}

/** A line for an application that used nothing. */
function plantUnused(draft: Draft, month: CleanMonth, random: Random): boolean {
  const like = random.pick(month.charges.filter((charge) => charge.billableMinutes > 0));
  const terms = { ...termsOf(like), sdkAppId: '1400999009' };
  const line = settlementLine(draft.nextId++, terms);
  draft.lines.push(line);
  draft.planted.push({
    comparisonId: `${terms.from}/1400999009/${like.item}`,
    cause: 'usage-missing',
    amount: toText(line.amount),
  });
  return true;
}

/** Part of one day's minutes stands on the next day's line. */
function plantShifted(draft: Draft, month: CleanMonth, random: Random): boolean {
  const open = free(draft, month, (charge) => charge.billableMinutes > 20);
  const nextOf = (charge: Charge) =>
    open.find(
      (other) =>
        other.sdkAppId === charge.sdkAppId &&
        other.item === charge.item &&
        other.periodStart === addDays(charge.periodStart, 1),
    );
  const starts = open.filter((charge) => nextOf(charge) !== undefined);
  if (starts.length === 0) return false;
  const charge = random.pick(starts);
  const next = nextOf(charge);
  if (!next) return false;
  const minutes = random.whole(7, charge.billableMinutes - 1);
  for (const [one, more] of [
    [charge, -minutes],
    [next, minutes],
  ] as const) {
    draft.used.add(one.id);
    const terms = termsOf(one);
    const line = settlementLine(draft.nextId++, { ...terms, minutes: terms.minutes.plus(more) });
    draft.lines.push(line);
    const amount = toText(line.amount.minus(one.amount));
    draft.planted.push({ comparisonId: one.id, cause: 'day-shifted', amount });
  }
  return true;
}

/** The whole line stands in a later month, in which nothing was used. */
function plantLate(draft: Draft, month: CleanMonth, random: Random): boolean {
  const charges = free(draft, month, (charge) => charge.billableMinutes > 0);
  if (charges.length === 0) return false;
  const charge = random.pick(charges);
  draft.used.add(charge.id);
  const from = day('2023-07-20');
  const line = settlementLine(draft.nextId++, { ...termsOf(charge), from, to: addDays(from, 1) });
  draft.lines.push(line);
  draft.planted.push(
    { comparisonId: charge.id, cause: 'late-charge', amount: toText(charge.amount.neg()) },
    {
      comparisonId: `${from}/${charge.sdkAppId}/${charge.item}`,
      cause: 'late-charge',
      amount: toText(line.amount),
    },
  );
  return true;
}

/** The whole line stands under another application, which may have a line of its own there or none. */
function plantElsewhere(draft: Draft, month: CleanMonth, random: Random): boolean {
  const charges = free(draft, month, (charge) => charge.billableMinutes > 20);
  if (charges.length === 0) return false;
  const charge = random.pick(charges);
  const others = month.account.apps.map((app) => app.sdkAppId);
  const sdkAppId = random.pick(others.filter((app) => app !== charge.sdkAppId));
  const comparisonId = `${charge.periodStart}/${sdkAppId}/${charge.item}`;
  if (draft.used.has(comparisonId)) return false;
  draft.used.add(charge.id).add(comparisonId);
  const there = month.charges.find((one) => one.id === comparisonId);
  if (there && there.billableMinutes > 0)
    draft.lines.push(settlementLine(draft.nextId++, termsOf(there)));
  const line = settlementLine(draft.nextId++, { ...termsOf(charge), sdkAppId });
  draft.lines.push(line);
  draft.planted.push(
    { comparisonId: charge.id, cause: 'line-missing', amount: toText(charge.amount.neg()) },
    {
      comparisonId,
      cause: there ? 'usage-differs' : 'usage-missing',
      amount: toText(line.amount),
    },
  );
  return true;
}

/** A recording that was never made, on a day on which the application was used. */
function plantService(draft: Draft, month: CleanMonth, random: Random): boolean {
  const like = random.pick(month.charges.filter((charge) => charge.billableMinutes > 0));
  const item = random.pick(['recording.output.hd', 'recording.output.audio'] as const);
  const comparisonId = `${like.periodStart}/${like.sdkAppId}/${item}`;
  if (draft.used.has(comparisonId)) return false;
  draft.used.add(comparisonId);
  const line = settlementLine(draft.nextId++, { ...termsOf(like), item });
  draft.lines.push(line);
  const amount = toText(line.amount);
  draft.planted.push({ comparisonId, cause: 'value-added-unexpected', amount });
  return true;
}

function plant(draft: Draft, month: CleanMonth, kind: Plantable, random: Random): boolean {
  switch (kind) {
    case 'line-missing':
      return plantMissing(draft, month, random);
    case 'usage-missing':
      return plantUnused(draft, month, random);
    case 'day-shifted':
      return plantShifted(draft, month, random);
    case 'wrong-application':
      return plantElsewhere(draft, month, random);
    case 'late-charge':
      return plantLate(draft, month, random);
    case 'value-added-unexpected':
      return plantService(draft, month, random);
    default: {
      const mistake = MISTAKES.find((one) => one.name === kind);
      const charges = mistake ? free(draft, month, (one) => mistake.fits(one, month)) : [];
      if (!mistake || charges.length === 0) return false;
      plantOn(draft, month, random.pick(charges), [mistake], random);
      return true;
    }
  }
}

function finished(draft: Draft, month: CleanMonth): PlantedBill {
  for (const charge of month.charges)
    if (!draft.used.has(charge.id) && charge.billableMinutes > 0)
      draft.lines.push(settlementLine(draft.nextId++, termsOf(charge)));
  return { lines: draft.lines, planted: draft.planted };
}

const emptyDraft = (): Draft => ({ lines: [], planted: [], used: new Set(), nextId: 1 });

/** A bill with these mistakes, each on a charge of its own; null where the month has no place for one. */
export function plantedBill(
  month: CleanMonth,
  kinds: readonly Plantable[],
  random: Random,
): PlantedBill | null {
  const draft = emptyDraft();
  for (const kind of kinds) if (!plant(draft, month, kind, random)) return null;
  return finished(draft, month);
}

/** A bill with two mistakes on one and the same charge; null where no charge takes both. */
export function plantedTogether(
  month: CleanMonth,
  pair: readonly [Mistake, Mistake],
  random: Random,
): PlantedBill | null {
  const draft = emptyDraft();
  const charges = free(draft, month, (charge) => pair.every((one) => one.fits(charge, month)));
  if (charges.length === 0) return null;
  plantOn(draft, month, random.pick(charges), pair, random);
  return finished(draft, month);
}

/** A bill that makes one mistake wherever it can be made. */
export function plantedEverywhere(
  month: CleanMonth,
  mistake: Mistake,
  random: Random,
): PlantedBill {
  const draft = emptyDraft();
  for (const charge of free(draft, month, (one) => mistake.fits(one, month)))
    plantOn(draft, month, charge, [mistake], random);
  return finished(draft, month);
}
