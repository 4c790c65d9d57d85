import { toText } from '../money/decimal';
import type { BillLine } from './bill-line';

type Identity = Pick<
  BillLine,
  | 'id'
  | 'transactionId'
  | 'orderId'
  | 'resourceId'
  | 'componentType'
  | 'componentName'
  | 'chargedAt'
  | 'usageStart'
  | 'usageEnd'
  | 'amount'
>;

function contentOf(line: Identity): string {
  return [
    line.transactionId,
    line.orderId,
    line.resourceId,
    line.componentType,
    line.componentName,
    line.chargedAt ?? '',
    line.usageStart ?? '',
    line.usageEnd ?? '',
    toText(line.amount),
  ].join('|');
}

/**
 * Names for lines by what they print, so that a line imported again, from a newer export or under another
 * row id, has the name it had. Lines that print the same are numbered in the order of their ids.
 */
export function lineKeys(lines: readonly Identity[]): ReadonlyMap<number, string> {
  const seen = new Map<string, number>();
  const inOrder = [...lines].sort((a, b) => a.id - b.id);
  return new Map(
    inOrder.map((line) => {
      const content = contentOf(line);
      const nth = (seen.get(content) ?? 0) + 1;
      seen.set(content, nth);
      return [line.id, nth === 1 ? content : `${content}#${nth}`];
    }),
  );
}
