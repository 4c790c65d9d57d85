import type { Item } from '../catalog/item';
import { CURRENCY_OF_SITE } from '../catalog/site';
import { day, type Day } from '../period/day';
import { byItem } from './by-item';
import { coverageFaults, laterEnd, type CoverageFault, type Stretch } from './coverage';
import { holderKinds } from './holder-kinds';
import { isKept } from './list-price';
import type { PriceAbsence, PriceBook, PriceEntry, RatioEntry } from './price-book';
import { holds, within } from './price-holder';

/** A rule of the book that does not fit the others. Sentences: locales `prices:faults/<code>`. */
export interface PriceBookFault {
  readonly code:
    | 'wrong-currency'
    | 'duplicate-price'
    | 'price-gap'
    | 'price-overlap'
    | 'price-ends-differ'
    | 'priced-as-differs'
    | 'kept-price-days-differ'
    | 'ratio-zero'
    | 'ratio-gap'
    | 'ratio-overlap';
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * Whether the rules of a book fit together: for every kind of account, each item has at most one price
 * and one ratio on a day, and no day without one between two that have one. Unknown items, unknown units
 * and missing citations cannot be written (price-book-file.ts).
 */
export function lintPriceBook(book: PriceBook): readonly PriceBookFault[] {
  return [
    ...currencyFaults(book),
    ...repeatedIds(book.prices),
    ...[...byItem([...book.prices, ...book.absences])].flatMap(([item, rules]) =>
      priceCoverage(item, rules),
    ),
    ...pricedAsFaults(book.prices),
    ...keptFaults(book.prices),
    ...[...byItem(book.ratios)].flatMap(([item, rules]) => ratioCoverage(item, rules)),
  ];
}

function currencyFaults({ site, currency }: PriceBook): PriceBookFault[] {
  return CURRENCY_OF_SITE[site] === currency
    ? []
    : [{ code: 'wrong-currency', params: { site, currency } }];
}

function repeatedIds(prices: readonly PriceEntry[]): PriceBookFault[] {
  const seen = new Set<string>();
  return prices.flatMap(({ id }): PriceBookFault[] => {
    if (seen.has(id)) return [{ code: 'duplicate-price', params: { id } }];
    seen.add(id);
    return [];
  });
}

type Rule = PriceEntry | PriceAbsence;
const idOf = (rule: Rule) => ('id' in rule ? rule.id : `${rule.era}/${rule.item}`);
const keeps = (rule: Rule) => 'price' in rule && isKept(rule);

/** Kept prices stand beside the ones that replaced them, so the two kinds are looked at apart. */
function priceCoverage(item: Item, rules: readonly Rule[]): PriceBookFault[] {
  return [rules.filter(keeps), rules.filter((rule) => !keeps(rule))].flatMap((family) => {
    const runs = holderKinds(family.map(({ condition }) => condition)).map((holder) =>
      family
        .filter(({ condition, from }) =>
          holds({ ...condition, packageBoughtBefore: undefined }, from, from, holder),
        )
        .map((rule) => ({ ...rule, id: idOf(rule) })),
    );
    return [...reported(item, 'price', runs.flatMap(coverageFaults)), ...earlyEnds(item, runs)];
  });
}

/** An item is taken off for every kind of account on the same day, or somebody was forgotten. */
function earlyEnds(item: Item, runs: readonly (readonly Stretch[])[]): PriceBookFault[] {
  const ends = new Set(
    runs
      .filter((run) => run.length > 0)
      .map((run) => run.map(({ to }) => to).reduce(laterEnd) ?? '…'),
  );
  return ends.size > 1
    ? [{ code: 'price-ends-differ', params: { item, days: [...ends].sort().join(', ') } }]
    : [];
}

/** Each fault once, however many kinds of account it touches. */
function reported(
  item: Item,
  what: 'price' | 'ratio',
  faults: readonly CoverageFault[],
): PriceBookFault[] {
  const distinct = new Map(
    faults.map((fault) => [`${fault.kind} ${fault.ids.join(' ')} ${fault.from}`, fault]),
  );
  return [...distinct.values()].map(({ kind, from, to, ids }) => ({
    code: `${what}-${kind}` as const,
    params: { item, from, to: to ?? '…', before: ids[0], after: ids[1] },
  }));
}

/** An item charged at another's price has that price, in the same era and on the same days. */
function pricedAsFaults(prices: readonly PriceEntry[]): PriceBookFault[] {
  return prices.flatMap((entry): PriceBookFault[] => {
    const { id, pricedAs } = entry;
    if (pricedAs === undefined || hasModel(entry, pricedAs, prices)) return [];
    return [{ code: 'priced-as-differs', params: { id, item: pricedAs } }];
  });
}

function hasModel(entry: PriceEntry, pricedAs: Item, prices: readonly PriceEntry[]): boolean {
  return prices.some(
    (model) =>
      model.item === pricedAs &&
      model.era === entry.era &&
      model.from === entry.from &&
      model.price.equals(entry.price),
  );
}

/** The draw-down watches one kind of old package; a second day would need a second watch. */
function keptFaults(prices: readonly PriceEntry[]): PriceBookFault[] {
  const days = new Set(prices.flatMap(({ condition }) => condition.packageBoughtBefore ?? []));
  return days.size > 1
    ? [{ code: 'kept-price-days-differ', params: { days: [...days].join(', ') } }]
    : [];
}

/** A purchase before every boundary that a book can name. */
const EARLIEST = day('0001-01-01');

/** The packages that these rules tell apart: those from before all boundaries, those from each one on. */
function purchaseDays(rules: readonly RatioEntry[]): ReadonlySet<Day> {
  const boundaries = rules.flatMap(({ boughtFrom, boughtTo }) => [boughtFrom, boughtTo]);
  return new Set([EARLIEST, ...boundaries.filter((date) => date !== undefined)]);
}

function ratioCoverage(item: Item, rules: readonly RatioEntry[]): PriceBookFault[] {
  const faults = [...purchaseDays(rules)].flatMap((purchasedOn) => {
    const open = rules.filter(({ boughtFrom, boughtTo }) =>
      within(purchasedOn, boughtFrom, boughtTo),
    );
    return coverageFaults(open.map((rule) => ({ ...rule, id: `${item}@${rule.from}` })));
  });
  const zero = rules.filter(({ ratio }) => ratio === 0);
  return [
    ...reported(item, 'ratio', faults),
    ...zero.map(({ from }): PriceBookFault => ({ code: 'ratio-zero', params: { item, from } })),
  ];
}
