import { z } from 'zod';
import { chargeSchema, drawdownSchema, rawRowSchema } from './audits';
import { dayField, itemField, traceStepField } from './fields';

/** One expected charge, step by step, with the rows it stands on: there whether or not a bill was imported. */
export const chargeExplanationSchema = z.object({
  charge: chargeSchema,
  steps: z.array(traceStepField),
  drawdowns: z.array(drawdownSchema),
  usageRows: z.array(rawRowSchema),
  usageRowsTotal: z.number().int(),
});
export type ChargeExplanation = z.infer<typeof chargeExplanationSchema>;

export const chargeMethods = {
  /** The charge of a run for the use of an application and item on a day; null: that use made none in this run. */
  'charges.explain': {
    input: z.object({
      runId: z.number().int(),
      day: dayField,
      sdkAppId: z.string(),
      item: itemField,
    }),
    output: chargeExplanationSchema.nullable(),
  },
} as const;
