import { deriveFacts } from '../../account/derive';
import { expectedBill } from '../../settlement/expected-bill';
import type { AuditInput } from '../result/audit-result';
import { sidesOf } from '../compare/group-comparison';
import { match } from '../match/match';
import { settlementLines } from '../match/settlement-lines';
import { otherReadings, type Reading } from './reading';

/** How many settlement lines a reading of the bill explains to within their roundings. */
export interface Explained {
  readonly lines: number;
  readonly of: number;
}

/** Another way of making the bill that explains more of its lines than the way the audit supposes. */
export interface Inference extends Pick<Reading, 'kind' | 'value'> {
  readonly lines: number;
  /** Lines that the audit's own way explains. */
  readonly usualLines: number;
  /** Settlement lines that can be compared. */
  readonly of: number;
}

/**
 * Counts the lines whose amount is the expected one, by the roundings of the two numbers alone: what the
 * bounds of coarse usage would allow besides is no evidence for one reading over another.
 */
export function explainedLines({
  account,
  priceBook,
  usage,
  billLines,
  period,
  pins,
}: AuditInput): Explained {
  const { charges } = expectedBill({ facts: deriveFacts(account), priceBook, usage, period });
  const { named, unnamed, apart } = settlementLines(
    billLines,
    account.site,
    priceBook.currency,
    period,
    pins,
  );
  let [lines, of] = [0, 0];
  // What a person took out of a match is a line all the same: no reading explains it.
  for (const group of [...match(charges, named, unnamed), ...apart]) {
    of += group.lines.length;
    if (group.lines.length === 0 || group.charges.length === 0) continue;
    const { difference, tolerance } = sidesOf(group);
    if (difference.abs().lte(tolerance)) lines += group.lines.length;
  }
  return { lines, of };
}

/** What one other reading says, beside what the usual one explains; null unless it explains strictly more. */
export function inferenceFrom(reading: Reading, usual: Explained): Inference | null {
  const input = reading.input();
  const found = input && explainedLines(input);
  if (!found || found.lines <= usual.lines) return null;
  const { kind, value } = reading;
  return { kind, value, lines: found.lines, usualLines: usual.lines, of: usual.of };
}

/** The one that explains most lines first; of equal ones, the order of {@link otherReadings}. */
export function inRank(found: readonly Inference[]): Inference[] {
  return found.toSorted((a, b) => b.lines - a.lines);
}

/**
 * Which other scope or period of rounding, clock or price era reproduces the bill better, over all lines
 * at once. Every reading is one computation of the whole bill: callers that must stay responsive take the
 * readings one by one.
 */
export function infer(input: AuditInput): Inference[] {
  const usual = explainedLines(input);
  if (usual.lines === usual.of) return [];
  return inRank(otherReadings(input).flatMap((reading) => inferenceFrom(reading, usual) ?? []));
}
