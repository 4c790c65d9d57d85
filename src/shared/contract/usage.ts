import { z } from 'zod';
import { rawRowSchema } from './audits';
import { dayField, itemField, pageInput, periodField } from './fields';

/** Of several files that state the same use, the one that states it most precisely is taken, as the audit does. */
const quantities = {
  /** Whole seconds of billing files, API answers or own records; null: they have none here. */
  billingSeconds: z.number().int().nullable(),
  /** Whole seconds of the console's usage statistics; null: they have none here. */
  consoleSeconds: z.number().int().nullable(),
};

export const usageFilterSchema = z.object({
  sdkAppId: z.array(z.string()).optional(),
  item: z.array(itemField).optional(),
  day: z.array(dayField).optional(),
  /** Only where both kinds of files have a number and the numbers are not the same. */
  onlyGaps: z.boolean(),
});
export type UsageFilter = z.infer<typeof usageFilterSchema>;

export const USAGE_SORTS = ['day', 'sdkAppId', 'item', 'billing', 'console', 'gap'] as const;

/** Use of one day, application and item. */
export const usageRowSchema = z.object({
  day: dayField,
  sdkAppId: z.string(),
  item: itemField,
  ...quantities,
  /** Rows of files behind both numbers. */
  rows: z.number().int(),
});
export type UsageRow = z.infer<typeof usageRowSchema>;

export const usageMethods = {
  /** Counted use by day, application and item, by page. */
  'usage.page': {
    input: z.object({
      period: periodField,
      filter: usageFilterSchema,
      sort: z.object({ by: z.enum(USAGE_SORTS), descending: z.boolean() }),
      ...pageInput,
    }),
    output: z.object({
      total: z.number().int(),
      /** Sums over all rows that fit. */
      sums: z.object({ ...quantities, rows: z.number().int() }),
      /** Applications that usage files name, in text order, whatever the filter. */
      apps: z.array(z.string()),
      rows: z.array(usageRowSchema),
    }),
  },
  /** Seconds by day and one of application or item, for a picture: at most `series` of them, the rest together. */
  'usage.series': {
    input: z.object({
      period: periodField,
      filter: usageFilterSchema,
      by: z.enum(['sdkAppId', 'item']),
      series: z.number().int().min(1).max(12),
    }),
    output: z.array(
      z.object({
        day: dayField,
        /** null: all that are not drawn by themselves. */
        key: z.string().nullable(),
        seconds: z.number().int(),
      }),
    ),
  },
  /** The rows of files behind one day, application and item. */
  'usage.raw': {
    input: z.object({ day: dayField, sdkAppId: z.string(), item: itemField }),
    output: z.object({ total: z.number().int(), rows: z.array(rawRowSchema) }),
  },
} as const;
