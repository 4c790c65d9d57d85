import { z } from 'zod';
import { COVERAGE_KINDS, COVERAGE_STATUSES } from '../settlement/coverage';
import { USAGE_SOURCES } from '../usage/usage-series';
import { currencyField, dayField, decimalText, pageInput, periodField, timeField } from './fields';

/** One day of one application and kind; see settlement/coverage.ts for each field. */
export const coverageCellSchema = z.object({
  day: dayField,
  status: z.enum(COVERAGE_STATUSES),
  atRisk: decimalText.nullable(),
  minutesAtRisk: z.number().int().nullable(),
  sources: z.array(z.enum(USAGE_SOURCES)),
  /** Names of the files whose rows count. */
  files: z.array(z.string()),
});
export type CoverageCell = z.infer<typeof coverageCellSchema>;

export const coverageSchema = z.object({
  period: periodField,
  currency: currencyField,
  /** The moment on the billing clock (UTC+8) for which it holds. */
  asOf: timeField,
  rows: z.array(
    z.object({
      sdkAppId: z.string(),
      appName: z.string().nullable(),
      kind: z.enum(COVERAGE_KINDS),
      /** One for each day of the period. */
      cells: z.array(coverageCellSchema),
    }),
  ),
  /** Of all gaps together; null where one of them cannot be priced. */
  atRisk: decimalText.nullable(),
  missing: z.number().int(),
  double: z.number().int(),
  notFinal: z.number().int(),
});
export type Coverage = z.infer<typeof coverageSchema>;

/** Some of the rows, with the counts and the money of all of them. */
export const coveragePageSchema = coverageSchema.extend({
  /** Rows in all. */
  total: z.number().int(),
  /** What stands in the widest place, for a column that fits every row: an id and a name (null: none has one). */
  widest: z.object({ sdkAppId: z.string(), appName: z.string().nullable() }),
});
export type CoveragePage = z.infer<typeof coveragePageSchema>;

/**
 * application: as text. gaps: first the applications that miss a day, by the money at risk, those of which it cannot be
 * told behind the others; then those that have a day twice; then the rest; each group by application.
 */
export const COVERAGE_ORDERS = ['application', 'gaps'] as const;
export type CoverageOrder = (typeof COVERAGE_ORDERS)[number];

export const coverageMethods = {
  /**
   * Which days are there, missing, there twice or not final, and the money at risk of each gap: a page of the rows, of
   * which there are as many as applications and kinds of data.
   */
  'coverage.page': {
    input: z.object({ period: periodField, order: z.enum(COVERAGE_ORDERS), ...pageInput }),
    output: coveragePageSchema,
  },
} as const;
