import type { Account } from '../../src/shared/account/account';
import { deriveFacts } from '../../src/shared/account/derive';
import type { BillLine } from '../../src/shared/bill/bill-line';
import { toText } from '../../src/shared/money/decimal';
import type { Drawdown } from '../../src/shared/drawdown/drawdown';
import { circumstances } from '../../src/shared/reconcile/compare/circumstances';
import { compareAll } from '../../src/shared/reconcile/compare/compare';
import { chargedMonths } from '../../src/shared/reconcile/compare/conclude';
import type { Comparison } from '../../src/shared/reconcile/result/discrepancy';
import { match } from '../../src/shared/reconcile/match/match';
import { settlementLines } from '../../src/shared/reconcile/match/settlement-lines';
import type { Charge } from '../../src/shared/settlement/charge';
import { ledgerOf, type UsageRow } from './ledger';
import { shippedPriceBook } from './price-books';

export interface Situation {
  readonly charges: readonly Charge[];
  readonly lines: readonly BillLine[];
  readonly account?: Partial<Account> | undefined;
  readonly drawdowns?: readonly Drawdown[] | undefined;
  readonly rows?: readonly UsageRow[] | undefined;
}

const ACCOUNT: Account = {
  name: 'Example',
  site: 'cn',
  uin: '100012345678',
  apps: [],
  packages: [],
  contract: [],
  policy: {},
};

/** Compares given charges with given lines, past metering and draw-down. */
export function compare(situation: Situation): Comparison[] {
  const { charges, lines } = situation;
  const settled = settlementLines(lines, 'cn', 'CNY', null);
  const facts = deriveFacts({ ...ACCOUNT, ...situation.account });
  const usage = ledgerOf(situation.rows ?? []);
  const around = circumstances(facts, shippedPriceBook('cn'), usage, situation.drawdowns ?? []);
  return compareAll(match(charges, settled.named, settled.unnamed), chargedMonths(lines), around);
}

/** Causes and shares as a test states them: "old-price 10.458". */
export function causesOf(comparison: Comparison | undefined): string[] {
  if (!comparison) return ['no comparison'];
  return [
    ...comparison.causes.map((share) => `${share.cause} ${toText(share.amount)}`),
    ...(comparison.unexplained.isZero() ? [] : [`unexplained ${toText(comparison.unexplained)}`]),
  ];
}
