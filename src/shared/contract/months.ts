import { z } from 'zod';
import { currencyField, decimalText, itemField, periodField } from './fields';

const effectsSchema = z.object({
  volume: decimalText,
  price: decimalText,
  mix: decimalText,
  new: decimalText,
  gone: decimalText,
});

const monthShareSchema = z.object({ minutes: decimalText.nullable(), amount: decimalText });

/** One application and item in two periods; see reconcile/month-bridge.ts. */
export const monthChangeSchema = z.object({
  sdkAppId: z.string().nullable(),
  appName: z.string().nullable(),
  item: itemField.nullable(),
  before: monthShareSchema.nullable(),
  after: monthShareSchema.nullable(),
  effects: effectsSchema,
});
export type MonthChangeRow = z.infer<typeof monthChangeSchema>;

export const monthComparisonSchema = z.object({
  currency: currencyField,
  side: z.enum(['expected', 'billed']),
  periods: z.object({ before: periodField, after: periodField }),
  before: decimalText,
  after: decimalText,
  /** Together `after - before`, exactly. */
  effects: effectsSchema,
  changes: z.array(monthChangeSchema),
});
export type MonthComparison = z.infer<typeof monthComparisonSchema>;

export const monthMethods = {
  /**
   * Why one period costs more than another, from the newest audits of both. Fails with `run-missing` where
   * one of them was never audited, and with `currencies-differ`.
   */
  'months.compare': {
    input: z.object({
      before: periodField,
      after: periodField,
      side: z.enum(['expected', 'billed']),
    }),
    output: monthComparisonSchema,
  },
} as const;
