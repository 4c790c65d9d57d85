import { z } from 'zod';
import { PLAN_PROBLEMS } from '../estimate/usage-plan';
import { PRICE_UNITS } from '../pricing/price-book';
import { currencyField, dayField, decimalText, itemField, traceStepField } from './fields';
import { siteField } from './prices';

/** One month of one item, or why it cannot be estimated; see estimate/planned-item.ts for each field. */
export const plannedItemSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('planned-item'),
    site: siteField,
    item: itemField,
    on: dayField,
    currency: currencyField,
    unit: z.enum(PRICE_UNITS),
    quantity: decimalText,
    unitPrice: decimalText,
    amount: decimalText,
    priceId: z.string(),
    steps: z.array(traceStepField),
  }),
  /** Sentences: locales `estimate:problems/<problem>`. */
  z.object({ kind: z.literal('problem'), problem: z.enum(PLAN_PROBLEMS), on: dayField }),
]);
export type PlannedItemAnswer = z.infer<typeof plannedItemSchema>;

export const plannedItemMethods = {
  /** What a month of any priced item would cost: recordings, transcoding, relay, dashboard. */
  'estimate.item': {
    input: z.object({
      /** null: that of the open workspace's account with its contract, else China. */
      site: siteField.nullable(),
      /** The day whose price is taken; null: today in UTC+8. */
      on: dayField.nullable(),
      item: itemField,
      /** In what the item is priced by: minutes, peak Mbps, peak channels, months of a fee. */
      quantity: decimalText,
    }),
    output: plannedItemSchema,
  },
} as const;
