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

/** One application and item in two periods; see reconcile/bridge/month-bridge.ts. */
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

/** So many months are asked for at once. */
export const MOST_MONTHS = 36;

/** What one period came to. */
export const monthTotalsSchema = z.object({
  period: periodField,
  /** Of its newest audit; null: it was never audited. */
  run: z
    .object({
      runId: z.number().int(),
      currency: currencyField,
      expected: decimalText,
      billed: decimalText,
      difference: decimalText,
      unexplained: decimalText,
      /** Comparisons that differ by more than the tolerance. */
      differing: z.number().int(),
      /** False when imports, account or prices have changed since. */
      current: z.boolean(),
    })
    .nullable(),
});
export type MonthTotals = z.infer<typeof monthTotalsSchema>;

export const monthUseSchema = z.object({
  runId: z.number().int(),
  item: itemField,
  /** As metered by the run. */
  minutes: z.number().int(),
});
export type MonthUse = z.infer<typeof monthUseSchema>;

export const monthMethods = {
  /** Expected, billed and difference of each of these periods, in the order asked for. Audits nothing. */
  'months.trend': {
    input: z.object({ periods: z.array(periodField).max(MOST_MONTHS) }),
    output: z.array(monthTotalsSchema),
  },
  /** Metered minutes of these runs by item, for a picture. Fails with `run-missing`. */
  'months.use': {
    input: z.object({ runIds: z.array(z.number().int()).max(MOST_MONTHS) }),
    output: z.array(monthUseSchema),
  },
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
