import { toText, type Decimal } from '../money/decimal';
import type { BillLine } from './bill-line';

/** A line that says again what an earlier one said. */
export interface RepeatedLine {
  readonly line: BillLine;
  readonly first: BillLine;
  /** True when the transaction id is the same too: no second deduction, the same one twice. */
  readonly sameTransaction: boolean;
}

function cell(value: Decimal | null): string {
  return value === null ? '' : toText(value);
}

/** All that a line says about what was used and what it cost, without when and how it was paid. */
function contentKey(line: BillLine): string {
  return [
    line.bucket,
    line.ownerUin,
    line.resourceId,
    line.subProduct,
    line.transactionType,
    line.orderId,
    line.componentType,
    line.componentName,
    line.usageStart ?? '',
    line.usageEnd ?? '',
    cell(line.listPrice),
    cell(line.unitPrice),
    cell(line.quantity),
    cell(line.discount),
    cell(line.amount),
  ].join('\u0000');
}

function hasTransaction(line: BillLine): boolean {
  return /[0-9A-Za-z]/.test(line.transactionId);
}

/**
 * Lines that repeat an earlier one, in the order given. The same content with another transaction id is
 * repeated as well (the use was deducted twice), which is less certain and marked so.
 */
export function repeatedLines(lines: readonly BillLine[]): RepeatedLine[] {
  if (lines.length < 2) return [];
  const firsts = new Map<string, BillLine[]>();
  const repeated: RepeatedLine[] = [];
  for (const line of lines) {
    const key = contentKey(line);
    const earlier = firsts.get(key);
    const first = earlier?.[0];
    if (!earlier || !first) {
      firsts.set(key, [line]);
      continue;
    }
    const same = hasTransaction(line)
      ? earlier.find((other) => other.transactionId === line.transactionId)
      : undefined;
    repeated.push({ line, first: same ?? first, sameTransaction: same !== undefined });
    earlier.push(line);
  }
  return repeated;
}
