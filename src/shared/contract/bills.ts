import { z } from 'zod';
import { BUCKETS } from '../bill/bill-line';
import { billLineRowSchema, rawRowSchema } from './audits';
import { currencyField, decimalText, issueField, pageInput, periodField } from './fields';

export const BILL_LINE_SORTS = ['file', 'day', 'bucket', 'sdkAppId', 'item', 'amount'] as const;

export const bucketField = z.enum(BUCKETS);

export const billLineFilterSchema = z.object({
  bucket: bucketField.optional(),
  /** Only lines that the run found something about. */
  onlyFindings: z.boolean(),
  /** In product, component, resource, transaction or order. */
  text: z.string().optional(),
});
export type BillLineFilter = z.infer<typeof billLineFilterSchema>;

/** A line of the bill and what its own numbers, dates and repeats say against it. */
export const checkedBillLineSchema = z.object({
  line: billLineRowSchema,
  currency: currencyField,
  findings: z.array(issueField),
});
export type CheckedBillLine = z.infer<typeof checkedBillLineSchema>;

const ofRun = {
  /** The run whose findings are shown; null: lines without findings. */
  runId: z.number().int().nullable(),
};

export const billMethods = {
  /** Counted lines of live imports whose use (else deduction) begins in the period. */
  'bills.page': {
    input: z.object({
      ...ofRun,
      ...pageInput,
      period: periodField.nullable(),
      filter: billLineFilterSchema,
      sort: z.object({ by: z.enum(BILL_LINE_SORTS), descending: z.boolean() }),
    }),
    output: z.object({
      total: z.number().int(),
      /** Sum over all lines that fit; null where they are in more than one currency. */
      amount: decimalText.nullable(),
      rows: z.array(checkedBillLineSchema),
    }),
  },
  /** One line with its row of the file, verbatim. null: there is no such line. */
  'bills.line': {
    input: z.object({ ...ofRun, lineId: z.number().int() }),
    output: checkedBillLineSchema.extend({ raw: rawRowSchema }).nullable(),
  },
} as const;
