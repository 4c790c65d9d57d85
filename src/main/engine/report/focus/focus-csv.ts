import type { BillLineRow, ChargeRow } from '../../../../shared/contract/audits';
import { guarded } from '../text-for-spreadsheet';
import type { ReportSource } from '../report-source';
import { billedFields, expectedFields } from './focus-fields';
import { FOCUS_COLUMNS, type FocusRow } from './focus-columns';

const LINE_END = '\r\n';

/**
 * What should have been charged and what was billed, as rows with the columns of FOCUS 1.0 in its order;
 * `x_Side` tells the two apart. English by definition, UTF-8 without BOM, times in UTC, plain numbers. It
 * has FOCUS's shape; conformance is not claimed (docs/reports.md names the gaps).
 */
export function* focusCsv(source: ReportSource): Generator<string> {
  yield FOCUS_COLUMNS.map(({ name }) => name).join(',') + LINE_END;
  const causes = causesByGroup(source);
  for (const charge of source.charges()) {
    const found = causes.get(groupOf(charge.periodStart, charge.sdkAppId, charge.item));
    yield line({ ...expectedFields(source, charge), ...found });
  }
  for (const bill of source.billLines()) {
    const day = bill.usageStart?.slice(0, 10) ?? '';
    const found = causes.get(groupOf(day, bill.sdkAppId, bill.item));
    yield line({ ...billedFields(source, bill), ...found });
  }
}

function line(row: FocusRow): string {
  const cells = FOCUS_COLUMNS.map((column) => {
    const value = row[column.name] ?? '';
    return 'text' in column ? quoted(guarded(value)) : value;
  });
  return cells.join(',') + LINE_END;
}

/** What the comparison says of a group: its status and causes, by code. */
function causesByGroup(source: ReportSource): Map<string, FocusRow> {
  const found = new Map<string, FocusRow>();
  for (const row of source.discrepancies())
    found.set(groupOf(row.periodStart, row.sdkAppId, row.item), {
      x_Status: row.status,
      x_Causes: row.causes.map(({ cause }) => cause).join(' '),
      x_Difference: row.difference,
      x_ComparisonId: row.id,
    });
  return found;
}

function groupOf(
  day: string,
  app: ChargeRow['sdkAppId'] | null,
  item: BillLineRow['item'],
): string {
  return `${day}/${app ?? ''}/${item ?? ''}`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
