import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BillLine } from '../../../src/shared/bill/bill-line';
import { lineKeys } from '../../../src/shared/bill/line-key';
import { decimal } from '../../../src/shared/money/decimal';
import { addDays, day } from '../../../src/shared/period/day';
import { monthOf } from '../../../src/shared/period/period';
import type { PriceBook } from '../../../src/shared/pricing/price-book';
import { audit } from '../../../src/shared/reconcile/audit';
import { AuditMemory } from '../../../src/shared/reconcile/audit-memory';
import type { AuditInput, AuditResult } from '../../../src/shared/reconcile/result/audit-result';
import type { MatchPin } from '../../../src/shared/reconcile/match/match-pin';
import { accountOf } from '../../support/bill-of';
import { billOf, settlementLine } from '../../support/bill-lines';
import { shippedPriceBook } from '../../support/price-books';
import { Random } from '../../support/random';
import {
  randomAccount,
  randomChinaAccount,
  randomInternationalAccount,
  randomOldAccount,
  type RandomAccount,
} from '../../support/random-account';
import { ledger } from '../../support/usage-ledger';

const BOOKS = { cn: shippedPriceBook('cn'), intl: shippedPriceBook('intl') };
/** More on demand: RECOUNT_CASES=2000. */
const CASES = Number(process.env['RECOUNT_CASES'] ?? 60);
/** Milliseconds: a busy machine takes up to a fifth of a second for the audits of one case. */
const TIME_OUT = 60_000 + CASES * 200;

/** The parts an audit is made of; an edit exchanges one of them. */
interface Parts {
  readonly facts: Omit<RandomAccount, 'rows' | 'contract'>;
  readonly contract: RandomAccount['contract'];
  readonly usage: AuditInput['usage'];
  readonly priceBook: PriceBook;
  readonly billLines: readonly BillLine[];
  readonly period: AuditInput['period'];
  readonly pins: readonly MatchPin[];
}

const inputOf = ({ facts, contract, ...parts }: Parts): AuditInput => ({
  account: accountOf({ ...facts, contract }),
  ...parts,
});

/** The engine's own bill with lines left out, doubled, changed in amount or item, or without an application. */
function spoiled(input: AuditInput, random: Random): readonly BillLine[] {
  const { charges } = audit({ ...input, billLines: [] });
  const { currency } = input.priceBook;
  return billOf(charges).flatMap((line): BillLine[] => {
    const own = { ...line, currency };
    const items = charges.map(({ item }) => item);
    switch (random.whole(0, 11)) {
      case 0:
        return [];
      case 1:
        return [own, { ...own, id: own.id + 10_000 }];
      case 2:
        return [{ ...own, amount: own.amount.times(decimal('1.5')) }];
      case 3:
        return [{ ...own, item: random.pick(items) }];
      case 4:
        return random.chance(0.2) ? [{ ...own, sdkAppId: null }] : [own];
      case 5:
      case 6:
      case 7:
        return [{ ...atOtherTerms(own, input, random), currency }];
      default:
        return [own];
    }
  });
}

/** A line at the price of any item, or by any term of the contract: what a diagnosis looks for around a group. */
function atOtherTerms(
  line: BillLine,
  { account, priceBook }: AuditInput,
  random: Random,
): BillLine {
  const terms = account.contract.flatMap(({ discount }) => (discount ? [discount] : []));
  const discount = terms.length > 0 && random.chance(0.5) ? random.pick(terms) : decimal(1);
  const kind = line.item?.replace(/\.[^.]*$/, '.') ?? '';
  const { price } = random.pick(priceBook.prices.filter(({ item }) => item.startsWith(kind)));
  const minutes = (line.quantity ?? decimal(0)).times(1000);
  const { sdkAppId, item, usageStart: from, usageEnd: to } = line;
  const days = { from: day(from?.slice(0, 10) ?? ''), to: addDays(day(to?.slice(0, 10) ?? ''), 1) };
  return settlementLine(line.id, { sdkAppId, item, ...days, minutes, listPrice: price, discount });
}

/** What a person says about some of the lines: stands apart, or belongs to another place. */
function pinned({ billLines }: Parts, { rows }: RandomAccount, random: Random): MatchPin[] {
  return [...lineKeys(billLines).values()].flatMap((lineKey): MatchPin[] => {
    if (random.chance(0.7)) return [];
    const [row] = rows;
    if (!row || random.chance(0.4)) return [{ kind: 'apart', lineKey }];
    const from = day(random.pick(rows).day);
    const { app: sdkAppId = '', item } = random.pick(rows);
    return [{ kind: 'placed', lineKey, sdkAppId, item, from, to: addDays(from, 1) }];
  });
}

/** The same book with other prices for one item, from a day on: all that begin later, and those in between anew. */
function dearer({ priceBook, usage }: Parts, random: Random): PriceBook {
  const { item } = random.pick(priceBook.prices);
  const date = usage.series.length > 0 ? random.pick(usage.series).day : day('2022-06-01');
  const since = random.chance(0.5) ? day('2000-01-01') : date;
  const prices = priceBook.prices.flatMap((entry) => {
    if (entry.item !== item || (entry.to !== null && entry.to <= since)) return [entry];
    const later = { ...entry, price: entry.price.plus(decimal('0.123')) };
    if (entry.from >= since) return [later];
    return [
      { ...entry, to: since },
      { ...later, id: `${entry.id}+`, from: since },
    ];
  });
  return { ...priceBook, prices };
}

/** A term of a few days more, as prices are agreed on in the middle of a month, for something that was used. */
function shortTerm({ contract, usage }: Parts, random: Random): RandomAccount['contract'] {
  if (usage.series.length === 0) return contract;
  const { item } = random.pick(usage.series);
  const from = random.pick(usage.series).day;
  const to = addDays(from, random.whole(1, 40));
  return [...contract, { item, discount: '0.7', from, to, reference: 'short' }];
}

const PARTS = [
  ...(['contract', 'contract', 'contract', 'priceBook', 'priceBook', 'billLines'] as const),
  ...(['facts', 'policy', 'usage', 'period', 'pins', 'nothing'] as const),
];

function otherContract(parts: Parts, other: RandomAccount, random: Random) {
  if (random.chance(0.5)) return shortTerm(parts, random);
  return random.chance(0.3) ? [] : other.contract;
}

function edited(parts: Parts, other: RandomAccount, random: Random): Parts {
  switch (random.pick(PARTS)) {
    case 'contract':
      return { ...parts, contract: otherContract(parts, other, random) };
    case 'priceBook':
      return { ...parts, priceBook: dearer(parts, random) };
    case 'billLines':
      return { ...parts, billLines: random.chance(0.2) ? [] : spoiled(inputOf(parts), random) };
    case 'facts': {
      const { trial, packages, firstAppOn, settlement } = other;
      const changes = [{ trial }, { packages }, { firstAppOn }, { settlement }];
      return { ...parts, facts: { ...parts.facts, ...random.pick(changes) } };
    }
    case 'policy':
      return { ...parts, facts: { ...parts.facts, policy: other.policy } };
    case 'usage':
      return { ...parts, usage: ledger(...other.rows) };
    case 'period': {
      const [first] = parts.usage.series;
      return { ...parts, period: parts.period || !first ? null : monthOf(first.day) };
    }
    case 'pins':
      return { ...parts, pins: random.chance(0.2) ? [] : pinned(parts, other, random) };
    case 'nothing':
      return parts;
  }
}

const start = ({ rows, contract, ...facts }: RandomAccount): Parts => ({
  facts,
  contract,
  usage: ledger(...rows),
  priceBook: BOOKS[facts.site],
  billLines: [],
  period: null,
  pins: [],
});

describe('an audit with the memory of earlier ones', () => {
  it.each([
    ['China, around a change of tiers', randomAccount],
    ['China, value-added services, any metering', randomChinaAccount],
    ['China, packages that keep the single price', randomOldAccount],
    ['international, all eras of free minutes', randomInternationalAccount],
  ])(
    'says after any edits what a full audit says: %s',
    (_kind, kind) => {
      fc.assert(
        fc.property(
          fc.array(kind, { minLength: 2, maxLength: 4 }),
          fc.integer({ min: 1, max: 1_000_000 }),
          (accounts, seed) => {
            const random = new Random(seed);
            const memory = new AuditMemory();
            let parts = start(random.pick(accounts));
            parts = { ...parts, billLines: spoiled(inputOf(parts), random) };
            if (random.chance(0.3))
              parts = { ...parts, pins: pinned(parts, random.pick(accounts), random) };
            for (let edit = 0; edit < 6; edit += 1) {
              const input = inputOf(parts);
              expect(audit(input, memory)).toEqual(audit(input));
              parts = edited(parts, random.pick(accounts), random);
            }
          },
        ),
        { numRuns: CASES },
      );
    },
    TIME_OUT,
  );

  it('keeps what an edited price does not concern', () => {
    const parts: Parts = {
      ...start({
        site: 'cn',
        firstAppOn: '2021-03-01',
        settlement: 'daily',
        trial: null,
        packages: [],
        contract: [],
        policy: {},
        rows: [
          { day: '2023-06-01', item: 'av.hd', minutes: 60 },
          { day: '2023-06-01', item: 'transcoding.h264.hd', minutes: 60 },
          { day: '2023-06-02', item: 'av.hd', minutes: 60 },
        ],
      }),
    };
    const full = audit(inputOf(parts));
    const billLines = billOf(full.charges);
    const memory = new AuditMemory();
    const before = audit(inputOf({ ...parts, billLines }), memory);
    const contract = [{ item: 'av.hd', discount: '0.9', from: '2023-06-02', reference: 'p. 1' }];
    const after = audit(inputOf({ ...parts, billLines, contract }), memory);
    const kept = (of: (result: AuditResult) => readonly unknown[]) =>
      of(after).map((one, index) => one === of(before)[index]);
    expect(kept(({ charges }) => charges)).toEqual([true, true, false]);
    expect(kept(({ comparisons }) => comparisons)).toEqual([true, true, false]);
  });
});
