import { z } from 'zod';
import { VERDICTS } from '../decisions/decision';
import { MATCH_REASONS } from '../reconcile/compare/match-reason';
import { causeField, dayField, decimalText, itemField } from './fields';

/** The records a person makes, as they are stored and as they cross; see shared/decisions for each field. */
export const verdictField = z.enum(VERDICTS);
export const sha256Field = z.string().regex(/^[0-9a-f]{64}$/);
export const leadingCauseField = z.union([causeField, z.literal('unexplained')]);
/** Money that must be more than zero. */
export const positiveAmount = z.string().regex(/^(?=.*[1-9])\d+(\.\d{1,8})?$/);
export const noteField = z.string().max(4000);

export const attachmentSchema = z.object({
  name: z.string(),
  sha256: sha256Field,
  size: z.number().int(),
});

export const decisionOriginSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person') }),
  z.object({ kind: z.literal('rule'), rule: z.number().int() }),
  z.object({ kind: z.literal('carried'), from: z.string() }),
]);

export const decisionSchema = z.object({
  key: z.string(),
  periodStart: dayField,
  sdkAppId: z.string().nullable(),
  item: itemField.nullable(),
  verdict: verdictField,
  note: z.string(),
  dueOn: dayField.nullable(),
  attachments: z.array(attachmentSchema),
  cause: leadingCauseField.nullable(),
  basis: z.object({ difference: decimalText, periodEnd: dayField }),
  decidedAt: z.string(),
  origin: decisionOriginSchema,
});

export const decisionRuleSchema = z.object({
  id: z.number().int(),
  cause: causeField,
  item: itemField.nullable(),
  sdkAppId: z.string().nullable(),
  verdict: verdictField,
  cap: decimalText,
  until: dayField,
  note: z.string(),
  automatic: z.boolean(),
  madeAt: z.string(),
  endedAt: z.string().nullable(),
});

export const promisedCreditSchema = z.object({
  key: z.string(),
  amount: decimalText,
  reference: z.string(),
  promisedOn: dayField,
  expectedBy: dayField.nullable(),
  settled: z.array(z.object({ lineKey: z.string(), amount: decimalText })),
});

export const matchPinSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('apart'), lineKey: z.string() }),
  z.object({
    kind: z.literal('placed'),
    lineKey: z.string(),
    sdkAppId: z.string(),
    item: itemField,
    from: dayField,
    to: dayField,
  }),
  /** A suggested match that a person confirmed: changes no number, and says with which lines it was so. */
  z.object({
    kind: z.literal('confirmed'),
    comparisonId: z.string(),
    lineKeys: z.array(z.string()),
  }),
]);
export type StoredPin = z.infer<typeof matchPinSchema>;

/** A decision as it stands beside a row: `stands` is false when the amount has changed since. */
export const decisionViewSchema = decisionSchema.extend({ stands: z.boolean() });
export type DecisionView = z.infer<typeof decisionViewSchema>;

/** What could be decided without thinking it over anew, and why. */
export const proposalSchema = z.object({
  verdict: verdictField,
  origin: decisionOriginSchema,
  note: z.string(),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** What a person has to do with a row, beside what the audit says about it. */
export const judgementFields = {
  decision: decisionViewSchema.nullable(),
  proposal: proposalSchema.nullable(),
  /** Of the user's own limits the tighter one, for this row; null where none was set. */
  limit: decimalText.nullable(),
  withinLimit: z.boolean(),
  /** Empty: an exact match. */
  matchReasons: z.array(z.enum(MATCH_REASONS)),
  matchConfirmed: z.boolean(),
} as const;
