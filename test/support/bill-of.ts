import type { Account } from '../../src/shared/account/account';
import { readAccount } from '../../src/shared/account/account-file';
import { deriveFacts } from '../../src/shared/account/derive';
import { toText } from '../../src/shared/money/decimal';
import { day } from '../../src/shared/period/day';
import type { Charge } from '../../src/shared/settlement/charge';
import { expectedBill, type ExpectedBill } from '../../src/shared/settlement/expected-bill';
import { shippedBook } from '../shared/pricing/books';
import { ledger, type UsageRow } from './usage-ledger';

const BOOKS = { cn: shippedBook('cn'), intl: shippedBook('intl') };

/** An account from the parts of its file that a test is about. */
export function accountOf(stated: Readonly<Record<string, unknown>>): Account {
  const account = readAccount(
    JSON.stringify({ name: 'Example Co', site: 'cn', uin: '100012345678', trial: null, ...stated }),
  );
  if (!account.ok) throw new Error(JSON.stringify(account.error));
  return account.value;
}

/** The expected bill of an account for these rows, by the shipped price book. */
export function billOf(
  stated: Readonly<Record<string, unknown>>,
  rows: readonly UsageRow[],
  period: { readonly from: string; readonly to: string } | null = null,
): ExpectedBill {
  const account = accountOf(stated);
  return expectedBill({
    facts: deriveFacts(account),
    priceBook: BOOKS[account.site],
    usage: ledger(...rows),
    period: period && { from: day(period.from), to: day(period.to) },
  });
}

/** `<id>: <metered> = <trial> + <packages> + <billable> at <unit price> is <amount>`. */
export function chargeText(charge: Charge): string {
  const { id, meteredMinutes, trialMinutes, packageMinutes, billableMinutes } = charge;
  const minutes = `${meteredMinutes} = ${trialMinutes} + ${packageMinutes} + ${billableMinutes}`;
  return `${id}: ${minutes} at ${toText(charge.unitPrice)} is ${toText(charge.amount)}`;
}

export const chargeTexts = (bill: ExpectedBill) => bill.charges.map(chargeText);

/** `<day> <item> <source>: <raw> x <ratio> -> <balance after>`. */
export const drawdownTexts = (bill: ExpectedBill) =>
  bill.drawdowns.map(
    ({ day: date, item, source, rawMinutes, ratio, balanceAfter }) =>
      `${date} ${item} ${source}: ${rawMinutes} x ${ratio} -> ${balanceAfter}`,
  );
