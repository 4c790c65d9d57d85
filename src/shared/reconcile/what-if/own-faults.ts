import type { BillLine } from '../../bill/bill-line';
import { agrees, contradictedAmount } from '../../bill/line-formula';
import { ONE, sum, toText, type Decimal } from '../../money/decimal';
import { round, type RoundingRule } from '../../money/round';
import { causeShare } from '../result/cause-share';
import type { Cause, CauseShare } from '../result/discrepancy';

interface Fault {
  readonly line: BillLine;
  /** The amount by the line's own terms. */
  readonly own: Decimal;
  readonly cause: Cause;
  readonly code: string;
  readonly detail: Readonly<Record<string, string>>;
}

const CENT_RULES: readonly RoundingRule[] = ['half-up', 'down', 'up'];

/** Why a line's amount does not follow from its own terms: cut to cents, taxed already, or simply wrong. */
function faultOf(line: BillLine): Fault | null {
  const own = contradictedAmount(line);
  if (!own) return null;
  const rule = CENT_RULES.find((one) => round(own, 2, one).eq(line.amount));
  if (rule) return { line, own, cause: 'precision', code: `rounded-to-cents-${rule}`, detail: {} };
  const { taxRate } = line;
  if (taxRate && !taxRate.isZero() && agrees(own.times(taxRate.plus(ONE)), line.amount, line))
    return { line, own, cause: 'tax', code: 'tax-included', detail: { taxRate: toText(taxRate) } };
  return { line, own, cause: 'bill-arithmetic', code: 'bill-arithmetic', detail: {} };
}

/**
 * What a group's lines say against themselves, as shares: the printed amount less the amount that the line's
 * own price, quantity and discount give. One share per kind of fault.
 */
export function ownFaults(lines: readonly BillLine[], difference: Decimal): CauseShare[] {
  const byCode = new Map<string, Fault[]>();
  for (const line of lines) {
    const fault = faultOf(line);
    if (fault) byCode.set(fault.code, [...(byCode.get(fault.code) ?? []), fault]);
  }
  return [...byCode.values()].flatMap((faults) => {
    const [first] = faults;
    if (!first) return [];
    const printed = sum(faults.map(({ line }) => line.amount));
    const own = sum(faults.map((fault) => fault.own));
    const params = {
      ...first.detail,
      lines: faults.length,
      file: first.line.origin.file,
      line: first.line.origin.line ?? 0,
      printedAmount: toText(printed),
      computedAmount: toText(own),
    };
    const part = { cause: first.cause, evidence: { code: first.code, params } };
    return [causeShare(part, printed.minus(own), difference)];
  });
}
