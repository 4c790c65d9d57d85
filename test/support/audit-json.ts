import { z } from 'zod';
import { CAUSES, STATUSES } from '../../src/shared/reconcile/result/discrepancy';
import { reportStampSchema } from '../../src/shared/contract/reports';
import { COVERAGE_KINDS, COVERAGE_STATUSES } from '../../src/shared/settlement/coverage';
import { BUCKETS } from '../../src/shared/bill/bill-line';

/** The documented shape of `recount audit --json`, strict: a field more or less is a change of contract. */
const amount = z.string().regex(/^-?\d+(\.\d*[1-9])?$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const minutes = z.int().min(0);

const side = z.strictObject({ file: z.string(), line: z.int().nullable() });
const parts = z.array(
  z.strictObject({
    key: z.string().nullable(),
    expected: amount,
    billed: amount,
    difference: amount,
    comparisons: minutes,
    steps: z.array(
      z.strictObject({
        cause: z.enum([...CAUSES, 'tolerance', 'unexplained']),
        amount,
        comparisons: minutes,
      }),
    ),
  }),
);

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
  bridge: z.strictObject({ month: parts, application: parts, item: parts }),
  coverage: z.strictObject({
    asOf: z.string(),
    missing: minutes,
    double: minutes,
    notFinal: minutes,
    atRisk: amount.nullable(),
    days: z.array(
      z.strictObject({
        sdkAppId: z.string(),
        kind: z.enum(COVERAGE_KINDS),
        status: z.enum(COVERAGE_STATUSES),
        from: day,
        to: day,
        minutesAtRisk: minutes.nullable(),
        atRisk: amount.nullable(),
        files: z.array(z.string()),
      }),
    ),
  }),
  restated: z.array(
    z.strictObject({
      change: z.enum(['changed', 'added', 'gone']),
      amount: amount.nullable(),
      seconds: z.int().nullable(),
      older: side,
      newer: side,
      cells: z.array(z.strictObject({ column: z.string(), older: z.string(), newer: z.string() })),
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
