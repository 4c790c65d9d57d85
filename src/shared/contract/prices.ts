import { z } from 'zod';
import { PRICE_UNITS } from '../pricing/price-book';
import { citationField, currencyField, dayField, decimalText, itemField } from './fields';

export const siteField = z.enum(['cn', 'intl']);

export const priceRowSchema = z.object({
  id: z.string(),
  era: z.string(),
  item: itemField,
  /** Days of use [from, to); `to` null: until a later price is entered. */
  from: dayField,
  to: dayField.nullable(),
  price: decimalText,
  unit: z.enum(PRICE_UNITS),
  /** The item whose price it is, where the era has no tier of its own. */
  pricedAs: itemField.nullable(),
  /** Sentences: locales `prices:conditions/<kind>`. */
  conditions: z.array(z.object({ kind: z.string(), value: z.string() })),
  citation: citationField,
});
export type PriceRow = z.infer<typeof priceRowSchema>;

/** An agreed price as the account states it: exactly one of `discount` and `price` is there. */
export const contractTermSchema = z.object({
  item: itemField,
  discount: decimalText.nullable(),
  price: decimalText.nullable(),
  from: dayField,
  to: dayField.nullable(),
  reference: z.string(),
  /** Its days beside the list prices that it stands in for; none where it never holds. */
  stretches: z.array(
    z.object({
      from: dayField,
      to: dayField.nullable(),
      /** null: the book has no price on these days. */
      listPrice: decimalText.nullable(),
      /** What is paid; null where a discount has nothing to be taken from. */
      unitPrice: decimalText.nullable(),
      unit: z.enum(PRICE_UNITS).nullable(),
      /** False where a later term has taken these days over. */
      holds: z.boolean(),
    }),
  ),
});
export type ContractTermRow = z.infer<typeof contractTermSchema>;

export const priceMethods = {
  /** A site's prices by item, oldest first, from the book in use, and what the open workspace's account agreed there. */
  'prices.table': {
    input: z.object({ site: siteField }),
    output: z.object({
      currency: currencyField,
      hash: z.string(),
      /** From the user's own book, not the program's. */
      own: z.boolean(),
      prices: z.array(priceRowSchema),
      /** null: no account of this site is stated. */
      contract: z.array(contractTermSchema).nullable(),
    }),
  },
} as const;
