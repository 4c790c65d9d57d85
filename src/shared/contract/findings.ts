import { z } from 'zod';
import { EVIDENCE_KINDS } from '../reconcile/evidence/evidence-findings';
import {
  causeField,
  dayField,
  decimalText,
  issueField,
  itemField,
  paramsField,
  periodField,
} from './fields';

/** One thing that is wrong with a bill, on however many lines; see reconcile/findings.ts for each field. */
export const findingSchema = z.object({
  cause: z.union([causeField, z.literal('unexplained'), z.literal('tolerance')]),
  evidence: z.string().nullable(),
  amount: decimalText,
  comparisons: z.number().int(),
  from: dayField,
  to: dayField,
  sdkAppIds: z.array(z.string()),
  withoutApplication: z.number().int(),
  items: z.array(itemField),
  example: z.object({
    comparisonId: z.string(),
    evidence: z.object({ code: z.string(), params: paramsField }).nullable(),
  }),
});
export type FindingRow = z.infer<typeof findingSchema>;

/** What the files say against each other; see reconcile/evidence/evidence-findings.ts for each field. */
export const evidenceFindingSchema = z.object({
  kind: z.enum(EVIDENCE_KINDS),
  code: z.string(),
  packageId: z.string().nullable(),
  places: z.number().int(),
  from: dayField.nullable(),
  to: dayField.nullable(),
  amount: decimalText.nullable(),
  minutes: decimalText.nullable(),
  worth: decimalText.nullable(),
  example: issueField,
});
export type EvidenceFindingRow = z.infer<typeof evidenceFindingSchema>;

/** Another way of making the bill that explains more of its lines; see reconcile/inference. */
export const inferenceSchema = z.object({
  kind: z.enum(['scope', 'period', 'clock', 'era']),
  value: z.string(),
  lines: z.number().int(),
  usualLines: z.number().int(),
  of: z.number().int(),
});
export type InferenceRow = z.infer<typeof inferenceSchema>;

/** What the job of `audits.infer` answers, the best first. */
export const inferenceResultSchema = z.object({ inferences: z.array(inferenceSchema) });

export const findingMethods = {
  /** The differences of a run by what is wrong, the most money first; they add up to its bridge. */
  'audits.findings': {
    input: z.object({ runId: z.number().int() }),
    output: z.array(findingSchema),
  },
  /**
   * What the files say against each other: the bill's own arithmetic, its summaries, the money movements, the
   * provider's package deductions, what it restated. None of it is a bar of the bridge.
   */
  'audits.evidence': {
    input: z.object({ runId: z.number().int() }),
    output: z.array(evidenceFindingSchema),
  },
  /** Computes the bill in other ways and looks which explains more lines. The result is `inferenceResultSchema`. */
  'audits.infer': {
    input: z.object({ period: periodField.nullable() }),
    output: z.object({ jobId: z.string() }),
  },
} as const;
