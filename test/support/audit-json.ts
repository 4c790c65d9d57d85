import { z } from 'zod';
import { CAUSES, STATUSES } from '../../src/shared/reconcile/discrepancy';
import { reportStampSchema } from '../../src/shared/contract/reports';
import { BUCKETS } from '../../src/shared/bill/bill-line';

/** The documented shape of `recount audit --json`, strict: a field more or less is a change of contract. */
const amount = z.string().regex(/^-?\d+(\.\d*[1-9])?$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const minutes = z.int().min(0);

export const auditJsonSchema = z.strictObject({
  engine: z.string(),
  priceBook: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  policy: z.record(z.string(), z.unknown()),
  currency: z.enum(['CNY', 'USD']),
  period: z.strictObject({ from: day, to: day }).nullable(),
  inputs: z.array(
    z.strictObject({
      path: z.string(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      profile: z.string(),
      encoding: z.string(),
      rows: minutes,
      accepted: minutes,
      quarantined: minutes,
      duplicates: minutes,
      ignored: minutes,
    }),
  ),
  totals: z.strictObject({
    billed: amount,
    expected: amount,
    difference: amount,
    explained: amount,
    unexplained: amount,
    otherLines: amount,
  }),
  stamp: reportStampSchema.strict(),
  charges: z.array(
    z.strictObject({
      periodStart: day,
      periodEnd: day,
      sdkAppId: z.string(),
      item: z.string(),
      seconds: minutes.nullable(),
      meteredMinutes: minutes,
      trialMinutes: minutes,
      packageMinutes: minutes,
      billableMinutes: minutes,
      listPrice: amount,
      discount: amount,
      unitPrice: amount,
      amount,
    }),
  ),
  drawdowns: z.array(
    z.strictObject({
      day,
      sdkAppId: z.string(),
      item: z.string(),
      source: z.string(),
      rawMinutes: minutes,
      ratio: minutes,
      deducted: minutes,
      balanceAfter: minutes,
    }),
  ),
  discrepancies: z.array(
    z.strictObject({
      id: z.string(),
      status: z.enum(STATUSES),
      periodStart: day,
      periodEnd: day,
      sdkAppId: z.string().nullable(),
      item: z.string().nullable(),
      expectedQuantity: amount.nullable(),
      billedQuantity: amount.nullable(),
      expectedPrice: amount.nullable(),
      billedPrice: amount.nullable(),
      expectedAmount: amount,
      billedAmount: amount,
      difference: amount,
      tolerance: amount,
      causes: z.array(
        z.strictObject({ cause: z.enum(CAUSES), amount, evidence: z.string().min(1) }),
      ),
      unexplained: amount,
    }),
  ),
  otherLines: z.array(z.strictObject({ bucket: z.enum(BUCKETS), amount })),
  issues: z.array(
    z.strictObject({
      severity: z.enum(['error', 'warning', 'note']),
      code: z.string(),
      message: z.string().min(1),
      file: z.string().optional(),
      sheet: z.string().optional(),
      line: z.int().optional(),
    }),
  ),
});
export type AuditJson = z.infer<typeof auditJsonSchema>;
