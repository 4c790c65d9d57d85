import type { EvidenceRow } from '../../reading/layout/evidence-row';
import type { Param, WritableDb } from '../workspace/connection';

const COLUMNS = {
  totals: {
    table: 'bill_totals',
    names: `id, day, dimension, name, original_amount_e8, amount_e8, voucher_e8, free_credit_e8,
      shared_income_e8, cash_e8, currency`,
  },
  transactions: {
    table: 'cash_entries',
    names: `id, day, entered_at, type, channel, description, income_e8, expense_e8, balance_e8, currency`,
  },
  packages: {
    table: 'listed_packages',
    names: `id, day, package_id, type, name, minutes, remaining, bought_at, expires_at, status`,
  },
  deductions: {
    table: 'stated_deductions',
    names: `id, day, package_id, sdk_app_id, item, deducted_at, usage_start, usage_end, raw_e8, factor,
      deducted_e8, balance_before_e8, balance_after_e8`,
  },
} as const;

function valuesOf(row: EvidenceRow): Param[] {
  switch (row.evidence) {
    case 'totals':
      return [
        row.dimension,
        row.name,
        row.originalAmount,
        row.amount,
        row.voucher,
        row.freeCredit,
        row.sharedIncome,
        row.cash,
        row.currency,
      ];
    case 'transactions':
      return [
        row.enteredAt,
        row.type,
        row.channel,
        row.description,
        row.income,
        row.expense,
        row.balance,
        row.currency,
      ];
    case 'packages':
      return [
        row.packageId,
        row.type,
        row.name,
        row.minutes,
        row.remaining,
        row.boughtAt,
        row.expiresAt,
        row.status,
      ];
    case 'deductions':
      return [
        row.packageId,
        row.sdkAppId,
        row.item,
        row.deductedAt,
        row.usageStart,
        row.usageEnd,
        row.raw,
        row.factor,
        row.deducted,
        row.balanceBefore,
        row.balanceAfter,
      ];
  }
}

/** Writes rows of the exports that are evidence beside usage and bills. */
export function evidenceWriter(db: WritableDb): (id: number, row: EvidenceRow) => void {
  const inserts = new Map<string, ReturnType<WritableDb['prepare']>>();
  return (id, row) => {
    const { table, names } = COLUMNS[row.evidence];
    const places = names
      .split(',')
      .map(() => '?')
      .join(', ');
    const insert =
      inserts.get(table) ?? db.prepare(`INSERT INTO ${table} (${names}) VALUES (${places})`);
    inserts.set(table, insert);
    insert.run(id, row.day, ...valuesOf(row));
  };
}
