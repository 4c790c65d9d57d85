import { z } from 'zod';
import {
  citedDate,
  dayText,
  idText,
  itemText,
  moneyText,
  wholeMinutes,
} from '../account/account-fields';
import type { FieldProblemCode } from '../account/field-problem';
import { isItem, type Item } from '../catalog/item';
import { PRICE_UNITS } from './price-book';
import { PRICE_POLICIES } from './price-policy';

/**
 * The price book as it is written (resources/price-books): one block per era, with the prices of its
 * items, so that a new era is one entry. Every block carries its citation.
 */

const problem = (code: FieldProblemCode, value: string) => ({
  code: 'custom' as const,
  params: { problem: code, value },
});

const citation = z.strictObject({
  document: idText,
  date: citedDate,
  printed: idText,
  evidence: z.enum(['seen', 'inferred']),
});

const condition = z.strictObject({
  firstAppFrom: dayText.optional(),
  firstAppTo: dayText.optional(),
  appCreatedFrom: dayText.optional(),
  appCreatedTo: dayText.optional(),
  registeredFrom: dayText.optional(),
  registeredTo: dayText.optional(),
  packageBoughtBefore: dayText.optional(),
  policy: z.strictObject({ name: z.enum(PRICE_POLICIES), choice: z.string() }).optional(),
});

/** A map from items to values, as pairs; a name that is no item is a problem at that name. */
function byItem<V extends z.ZodType>(value: V) {
  return z.record(z.string(), value).transform((record, context): [Item, z.output<V>][] => {
    const pairs: [Item, z.output<V>][] = [];
    for (const [name, entry] of Object.entries(record))
      if (isItem(name)) pairs.push([name, entry]);
      else context.addIssue({ ...problem('bad-item', name), path: [name] });
    return pairs;
  });
}

/** A half-open stretch of days that holds at least one day. */
function ordered(
  block: { readonly from: string; readonly to: string | null },
  context: z.RefinementCtx,
): void {
  if (block.to === null || block.to > block.from) return;
  context.addIssue({ ...problem('empty-period', block.to), path: ['to'] });
}

const validity = { from: dayText, to: dayText.nullable() };

const era = z
  .strictObject({
    id: idText,
    era: idText,
    ...validity,
    unit: z.enum(PRICE_UNITS).default('1000-minutes'),
    condition: condition.default({}),
    citation,
    prices: byItem(moneyText).default([]),
    /** Item -> the item whose price it is charged at in this era. */
    pricedAs: byItem(itemText).default([]),
    /** Items that have no price in this era, by its source. */
    absent: z.array(itemText).default([]),
  })
  .superRefine(ordered);

const ratios = z
  .strictObject({
    ...validity,
    boughtFrom: dayText.optional(),
    boughtTo: dayText.optional(),
    citation,
    ratios: byItem(wholeMinutes),
  })
  .superRefine(ordered);

/** A package holds at least one minute: its price is divided by them. */
const packageMinutes = wholeMinutes.superRefine((minutes, context) => {
  if (minutes === 0) context.addIssue(problem('no-minutes', '0'));
});

const offer = z.strictObject({
  id: idText,
  name: idText,
  minutes: packageMinutes.nullable(),
  fromMinutes: wholeMinutes.optional(),
  toMinutes: wholeMinutes.optional(),
  price: moneyText,
  tier: z.enum(['audio', 'sd', 'hd']).optional(),
});

const catalogue = z
  .strictObject({ ...validity, citation, offers: z.array(offer) })
  .superRefine(ordered);

export const priceBookSchema = z.strictObject({
  site: z.enum(['cn', 'intl']),
  currency: z.enum(['CNY', 'USD']),
  eras: z.array(era),
  ratios: z.array(ratios).default([]),
  packages: z.array(catalogue).default([]),
});
export type PriceBookFile = z.output<typeof priceBookSchema>;
