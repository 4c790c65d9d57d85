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
});
export type ContractTermRow = z.infer<typeof contractTermSchema>;

export const priceMethods = {
  /** A site's published prices by item, oldest first, and what the open workspace's account agreed there. */
  'prices.table': {
    input: z.object({ site: siteField }),
    output: z.object({
      currency: currencyField,
      hash: z.string(),
      prices: z.array(priceRowSchema),
      /** null: no account of this site is stated. */
      contract: z.array(contractTermSchema).nullable(),
    }),
  },
} as const;
