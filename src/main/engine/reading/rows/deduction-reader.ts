import { isTrtc } from '../../../../shared/bill/recognise';
import { usageItem } from '../../../../shared/catalog/recognise-item';
import { shorten } from '../cells/cells';
import type { DeductionRow } from '../layout/evidence-row';
import { momentText, RowCells } from '../cells/row-cells';
import { ignored, quarantined, type FieldColumns, type RowRefusal } from '../cells/row-outcome';

const MINUTES = new Set(['', '分钟', '分', 'minute', 'minutes', 'min', 'mins']);

/**
 * Reads the provider's list of what it took from packages (抵扣明细). The tier stands in a column of its own
 * or nowhere: a row without it is kept, its ratio then tells what it can be compared with.
 */
export function deductionReader(
  columns: FieldColumns,
): (cells: readonly string[]) => DeductionRow | RowRefusal {
  return (cells) => {
    const row = new RowCells(columns, cells);
    const product = row.text('product');
    const productCode = row.text('productCode');
    if ((product !== '' || productCode !== '') && !isTrtc(product, productCode))
      return ignored('rows-other-product');
    const packageId = row.requiredId('packageId');
    const sdkAppId = row.requiredId('sdkAppId');
    const [start, end, deductedAt] = [
      row.time('usageStart'),
      row.time('usageEnd'),
      row.time('deductedAt'),
    ];
    const day = (start ?? deductedAt)?.day;
    if (day === undefined && !row.refusal) row.missing('usageStart');
    const raw = row.requiredScaled('raw');
    const deducted = row.requiredScaled('deducted');
    const factor = row.number('factor');
    const balanceBefore = row.scaled('balanceBefore');
    const balanceAfter = row.scaled('balanceAfter');
    if (row.refusal) return row.refusal;
    const unit = row.text('unit').normalize('NFKC').toLowerCase();
    if (!MINUTES.has(unit))
      return quarantined('row-unknown-unit', { value: shorten(unit) }, columns.header('unit'));
    return {
      evidence: 'deductions',
      day: day ?? 0,
      sdkAppId,
      warnings: [],
      packageId,
      item: usageItem({
        subProduct: '',
        item: row.text('billingItem'),
        fineItem: row.text('fineItem'),
        attribute: row.text('tier'),
      }),
      deductedAt: deductedAt && momentText(deductedAt),
      usageStart: start && momentText(start),
      usageEnd: end && momentText(end),
      raw,
      factor,
      deducted,
      balanceBefore,
      balanceAfter,
    };
  };
}
