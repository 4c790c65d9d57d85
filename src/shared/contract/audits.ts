import { z } from 'zod';
import { BUCKETS } from '../bill/bill-line';
import { bridgeMethods, bridgeStepSchema } from './bridges';
import {
  causeField,
  citationField,
  currencyField,
  dayField,
  decimalText,
  issueField,
  itemField,
  originField,
  pageInput,
  paramsField,
  periodField,
  statusField,
  traceStepField,
} from './fields';
import { judgementFields, verdictField } from './decision-records';
import { findingMethods } from './findings';

export const totalsSchema = z.object({
  billed: decimalText,
  expected: decimalText,
  difference: decimalText,
  explained: decimalText,
  unexplained: decimalText,
  otherLines: decimalText,
});

export const chargeSchema = z.object({
  id: z.string(),
  periodStart: dayField,
  periodEnd: dayField,
  chargedOn: dayField,
  sdkAppId: z.string(),
  item: itemField,
  seconds: z.number().int().nullable(),
  /** Seconds of the metering period from before `periodStart`. */
  carriedSeconds: z.number().int(),
  meteredMinutes: z.number().int(),
  meteredMinutesLow: z.number().int(),
  trialMinutes: z.number().int(),
  packageMinutes: z.number().int(),
  billableMinutes: z.number().int(),
  priceId: z.string(),
  era: z.string(),
  listPrice: decimalText,
  discount: decimalText,
  unitPrice: decimalText,
  amount: decimalText,
  contractReference: z.string().nullable(),
});
export type ChargeRow = z.infer<typeof chargeSchema>;

export const drawdownSchema = z.object({
  day: dayField,
  start: z.string().nullable(),
  sdkAppId: z.string(),
  item: itemField,
  source: z.string(),
  rawMinutes: z.number().int(),
  ratio: z.number().int(),
  deducted: z.number().int(),
  balanceAfter: z.number().int(),
});
export type DrawdownRow = z.infer<typeof drawdownSchema>;

export const causeShareSchema = z.object({
  cause: causeField,
  amount: decimalText,
  evidence: z.object({ code: z.string(), params: paramsField }),
});

/** One (period, application, item) with both sides; see reconcile/result/discrepancy.ts for each field. */
export const comparisonSchema = z.object({
  id: z.string(),
  status: statusField,
  periodStart: dayField,
  periodEnd: dayField,
  sdkAppId: z.string().nullable(),
  appName: z.string().nullable(),
  item: itemField.nullable(),
  expectedQuantity: decimalText.nullable(),
  billedQuantity: decimalText.nullable(),
  expectedPrice: decimalText.nullable(),
  billedPrice: decimalText.nullable(),
  expectedAmount: decimalText,
  billedAmount: decimalText,
  difference: decimalText,
  tolerance: decimalText,
  causes: z.array(causeShareSchema),
  unexplained: decimalText,
});
export type ComparisonRow = z.infer<typeof comparisonSchema>;

/** A comparison with what a person decided about it, could decide, and set as a limit. */
export const judgedComparisonSchema = comparisonSchema.extend(judgementFields);
export type JudgedComparison = z.infer<typeof judgedComparisonSchema>;

export const billLineRowSchema = z.object({
  id: z.number().int(),
  origin: originField,
  bucket: z.enum(BUCKETS),
  product: z.string(),
  subProduct: z.string(),
  transactionType: z.string(),
  componentName: z.string(),
  transactionId: z.string(),
  resourceId: z.string(),
  sdkAppId: z.string().nullable(),
  item: itemField.nullable(),
  chargedAt: z.string().nullable(),
  usageStart: z.string().nullable(),
  usageEnd: z.string().nullable(),
  listPrice: decimalText.nullable(),
  unitPrice: decimalText.nullable(),
  quantity: decimalText.nullable(),
  quantityUnit: z.string(),
  originalAmount: decimalText.nullable(),
  discount: decimalText.nullable(),
  amount: decimalText,
});
export type BillLineRow = z.infer<typeof billLineRowSchema>;

/** A row of the user's own file behind a number, verbatim. */
export const rawRowSchema = z.object({
  origin: originField,
  header: z.array(z.string()),
  cells: z.array(z.string()),
  raw: z.string(),
});
export type RawRow = z.infer<typeof rawRowSchema>;

export const runSchema = z.object({
  id: z.number().int(),
  createdAt: z.string(),
  engine: z.string(),
  priceBook: z.string(),
  currency: currencyField,
  period: periodField.nullable(),
  totals: totalsSchema,
  counts: z.record(statusField, z.number().int()),
  otherLines: z.array(
    z.object({ bucket: z.enum(BUCKETS), amount: decimalText, lines: z.number().int() }),
  ),
  /** Expected to billed by cause; `billed - expected` = the sum of the steps. */
  bridge: z.array(bridgeStepSchema),
  issues: z.array(issueField),
  /** False when imports, account or prices have changed since: the run should be repeated. */
  current: z.boolean(),
});
export type Run = z.infer<typeof runSchema>;

/** Both sides of one comparison, step by step, with the rows they stand on. */
export const explanationSchema = z.object({
  comparison: judgedComparisonSchema,
  expected: z.array(traceStepField),
  billed: z.array(traceStepField),
  /** Rules whose values differ between the two sides, to be marked. */
  differingRules: z.array(z.string()),
  drawdowns: z.array(drawdownSchema),
  billLines: z.array(billLineRowSchema),
  usageRows: z.array(rawRowSchema),
  usageRowsTotal: z.number().int(),
  billRows: z.array(rawRowSchema),
  citation: citationField.nullable(),
});
export type Explanation = z.infer<typeof explanationSchema>;

export const COMPARISON_SORTS = [
  'periodStart',
  'sdkAppId',
  'item',
  'status',
  'expectedAmount',
  'billedAmount',
  'difference',
  'magnitude',
] as const;

export const comparisonFilterSchema = z.object({
  onlyDiscrepancies: z.boolean(),
  /** Each of these: any one of the values; not given: all. null: rows that name none. */
  status: z.array(statusField).optional(),
  cause: z.array(causeField).optional(),
  sdkAppId: z.array(z.string().nullable()).optional(),
  item: z.array(itemField.nullable()).optional(),
  /** First days. */
  periodStart: z.array(dayField).optional(),
  /** null: rows that nobody decided. */
  decision: z.array(verdictField.nullable()).optional(),
  text: z.string().optional(),
});
export type ComparisonFilter = z.infer<typeof comparisonFilterSchema>;

const inRun = { runId: z.number().int() };

export const auditMethods = {
  ...findingMethods,
  ...bridgeMethods,
  /** Billing months that have usage or settlement lines, newest first. */
  'audits.months': {
    input: z.object({}),
    output: z.array(
      z.object({ period: periodField, usageRows: z.number().int(), billLines: z.number().int() }),
    ),
  },
  /** Recomputes and compares. The job's result is `{runId}`. */
  'audits.start': {
    input: z.object({ period: periodField.nullable() }),
    output: z.object({ jobId: z.string() }),
  },
  /** The newest run of that period; null where there is none. */
  'audits.latest': {
    input: z.object({ period: periodField.nullable() }),
    output: runSchema.nullable(),
  },
  'audits.comparisons': {
    input: z.object({
      ...inRun,
      ...pageInput,
      filter: comparisonFilterSchema,
      sort: z.object({ by: z.enum(COMPARISON_SORTS), descending: z.boolean() }),
    }),
    output: z.object({
      total: z.number().int(),
      /** Sum of the differences of all rows that fit the filter, not only of this page. */
      difference: decimalText,
      rows: z.array(judgedComparisonSchema),
    }),
  },
  'audits.explain': {
    input: z.object({ ...inRun, comparisonId: z.string() }),
    output: explanationSchema,
  },
  'audits.charges': {
    input: z.object({ ...inRun, ...pageInput }),
    output: z.object({ total: z.number().int(), rows: z.array(chargeSchema) }),
  },
  'audits.drawdowns': {
    input: z.object({ ...inRun, ...pageInput }),
    output: z.object({ total: z.number().int(), rows: z.array(drawdownSchema) }),
  },
} as const;
