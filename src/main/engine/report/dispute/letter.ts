import type { ComparisonRow } from '../../../../shared/contract/audits';
import type { Language } from '../../../../shared/contract/fields';
import { decimal, sum, toText } from '../../../../shared/money/decimal';
import { addDays, type Day } from '../../../../shared/period/day';
import { amountText, countText, decimalsOf, priceText } from '../../locale/number-text';
import { sentence, term } from '../../locale/sentence';
import { periodText } from '../cover-facts';
import type { ReportSource } from '../report-source';

/** A letter names this many charges; the workbook beside it has them all. */
const CHARGES_NAMED = 60;

/** One disputed charge as the letter tells it. */
export interface LetterCharge {
  /** Number, days, application, item, billed, expected, difference; a name or a price on a second line. */
  readonly cells: readonly string[];
  readonly reasons: readonly string[];
}

/** The letter to the provider, as text; how it is set is for PDF and plain text to decide. */
export interface Letter {
  readonly date: string;
  readonly to: string;
  readonly subject: string;
  /** Account, id, period: label and value. */
  readonly facts: readonly (readonly [string, string])[];
  /** What stands between a label and its value: languages have colons of their own. */
  readonly colon: string;
  readonly greeting: string;
  readonly opening: readonly string[];
  readonly causes: {
    readonly title: string;
    readonly heads: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
  readonly asks: { readonly title: string; readonly items: readonly string[] };
  readonly charges: {
    readonly title: string;
    readonly heads: readonly string[];
    readonly rows: readonly LetterCharge[];
    readonly more: string | null;
  };
  readonly evidence: {
    readonly title: string;
    readonly text: readonly string[];
    readonly files: readonly (readonly [string, string])[];
  };
  readonly closing: readonly string[];
}

/** `today`: the day that stands on the letter; `contact`: whom the provider answers, may be empty. */
export function letterOf(
  source: ReportSource,
  language: Language,
  { today, contact }: { readonly today: Day; readonly contact: string },
): Letter {
  const say = (key: string, params = {}) => sentence(language, `dispute:${key}`, params);
  const head = (key: string) => sentence(language, `report:columns/${key}`);
  const rows = [...source.discrepancies()];
  const { currency } = source.run;
  const total = (of: (row: ComparisonRow) => string) =>
    toText(sum(rows.map((row) => decimal(of(row)))));
  const difference = total((row) => row.difference);
  const named = bySize(rows).slice(0, CHARGES_NAMED);
  // One number of decimals for the whole letter: who reads it adds up what stands there.
  const decimals = decimalsOf(
    rows.flatMap((row) => [row.billedAmount, row.expectedAmount, row.difference]),
  );
  const money = {
    billedSum: amountText(
      total((row) => row.billedAmount),
      decimals,
    ),
    expectedSum: amountText(
      total((row) => row.expectedAmount),
      decimals,
    ),
    differenceSum: amountText(difference, decimals),
    currency,
  };
  const period = periodText(source, language);
  const uin = source.maskedWith === null ? source.account.uin : '';
  return {
    date: say('date', { date: today }),
    to: say('to'),
    subject: say('subject', { period }),
    facts: [
      [say('account'), source.accountName ?? '–'],
      ...(uin === '' ? [] : [[say('uin'), uin] as const]),
      [say('period'), period],
    ],
    colon: say('colon'),
    greeting: say('greeting'),
    opening: [
      say('computed', { number: countText(rows.length), ...money }),
      ...(source.maskedWith === null ? [] : [say('masked')]),
    ],
    causes: {
      title: say('byCause'),
      heads: [head('cause'), say('lines'), `${say('amount')} (${currency})`],
      rows: causeRows(rows, language, decimals),
    },
    asks: {
      title: say('asksTitle'),
      items: [
        say('askCheck'),
        difference.startsWith('-') || difference === '0'
          ? say('askCorrect')
          : say('askCredit', money),
        say('askReason'),
      ],
    },
    charges: {
      title: say('chargesTitle'),
      heads: [
        say('number'),
        say('days'),
        head('sdkAppId'),
        head('item'),
        `${say('billed')} (${currency})`,
        `${say('expected')} (${currency})`,
        `${say('difference')} (${currency})`,
      ],
      rows: named.map((row, index) => chargeOf(row, index + 1, language, decimals)),
      more:
        named.length < rows.length
          ? say('more', { shown: countText(named.length), total: countText(rows.length) })
          : null,
    },
    evidence: {
      title: say('evidenceTitle'),
      text: [say('workbook'), say('method'), say('files')],
      files: source.inputs.map(({ fileName, sha256 }) => [fileName, sha256] as const),
    },
    closing: [
      ...say('answer').split('\n'),
      ...(contact === '' ? [] : [contact]),
      source.accountName ?? '',
    ].filter((line) => line !== ''),
  };
}

function bySize(rows: readonly ComparisonRow[]): ComparisonRow[] {
  return rows.toSorted((a, b) =>
    decimal(b.difference).abs().comparedTo(decimal(a.difference).abs()),
  );
}

function causeRows(
  rows: readonly ComparisonRow[],
  language: Language,
  decimals: number,
): string[][] {
  const sums = new Map<string, { lines: number; amount: ReturnType<typeof decimal> }>();
  const add = (name: string, amount: string) => {
    const before = sums.get(name) ?? { lines: 0, amount: decimal(0) };
    sums.set(name, { lines: before.lines + 1, amount: before.amount.plus(decimal(amount)) });
  };
  for (const { causes, unexplained } of rows) {
    for (const { cause, amount } of causes) add(cause, amount);
    if (unexplained !== '0') add('unexplained', unexplained);
  }
  return [...sums]
    .toSorted(([, a], [, b]) => b.amount.abs().comparedTo(a.amount.abs()))
    .map(([cause, { lines, amount }]) => [
      term(language, 'causes', cause),
      countText(lines),
      amountText(toText(amount), decimals),
    ]);
}

function chargeOf(
  row: ComparisonRow,
  number: number,
  language: Language,
  decimals: number,
): LetterCharge {
  const last = addDays(row.periodEnd, -1);
  const side = (minutes: string | null, price: string | null, amount: string) =>
    minutes === null
      ? amountText(amount, decimals)
      : sentence(language, 'dispute:side', {
          number: priceText(minutes),
          unit: price === null ? '–' : priceText(price),
          sum: amountText(amount, decimals),
        });
  return {
    cells: [
      String(number),
      last === row.periodStart ? row.periodStart : `${row.periodStart} – ${last}`,
      [row.sdkAppId ?? '–', row.appName ?? ''].join('\n').trim(),
      row.item === null ? '–' : term(language, 'items', row.item),
      side(row.billedQuantity, row.billedPrice, row.billedAmount),
      side(row.expectedQuantity, row.expectedPrice, row.expectedAmount),
      amountText(row.difference, decimals),
    ],
    reasons: [
      ...row.causes.map(({ evidence }) =>
        sentence(language, `evidence:${evidence.code}`, evidence.params),
      ),
      ...(row.unexplained === '0'
        ? []
        : [
            sentence(language, 'dispute:notExplained', {
              sum: amountText(row.unexplained, decimals),
            }),
          ]),
    ],
  };
}
