import { basename } from 'node:path';
import { isDay } from '../../../../shared/period/day';

/** What the name of a billing export says about its content. */
export interface ExportName {
  /** How the rows were put into their month; null where the name does not say. */
  readonly basis: 'deduction' | 'usage' | null;
  /** YYYYMM. */
  readonly month: number;
  /**
   * Order among the files of one month, each of which holds all that came before: YYYYMMDD of a daily one,
   * YYYYMM99 of the final one.
   */
  readonly issue: number;
}

const BILL = /bill[-_ ]?detail|明细账单|bill[-_ ]?pack|账单包/i;
const BASES: readonly (readonly [RegExp, 'deduction' | 'usage'])[] = [
  [/by_pay_time|by_deduction_time|按扣费周期/i, 'deduction'],
  [/by_used_time|按计费周期/i, 'usage'],
];
/** `<UIN>-202306-…`, `<UIN>-20230615-…`, `FOCUS-bill_details-<UIN>-20251209.CSV`. */
const DATE = /(?:^|[-_])\d{9,14}[-_](\d{4})-?(\d{2})(\d{2})?(?=[-_.]|$)/;

/**
 * Reads the name of a file as the Billing Center gives it. Null: no such name, so that nothing is known.
 * Daily files hold the month up to their day; a name is only believed as a whole.
 */
export function exportName(path: string): ExportName | null {
  const name = basename(path).normalize('NFC');
  const found = BILL.test(name) ? DATE.exec(name) : null;
  if (!found) return null;
  const [, year = '', month = '', date] = found;
  if (!isDay(`${year}-${month}-${date ?? '01'}`)) return null;
  const basis = BASES.find(([mark]) => mark.test(name))?.[1] ?? null;
  const ofMonth = Number(year + month);
  return { basis, month: ofMonth, issue: ofMonth * 100 + Number(date ?? 99) };
}
