import { z } from 'zod';
import { COVERAGE_KINDS, COVERAGE_STATUSES } from '../settlement/coverage';
import { USAGE_SOURCES } from '../usage/usage-series';
import { currencyField, dayField, decimalText, periodField, timeField } from './fields';

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

export const coverageMethods = {
  /** Which days are there, missing, there twice or not final, and the money at risk of each gap. */
  'imports.coverage': { input: z.object({ period: periodField }), output: coverageSchema },
} as const;
