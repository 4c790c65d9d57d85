import { z } from 'zod';
import { comparisonFilterSchema, comparisonSchema } from './audits';
import {
  decisionRuleSchema,
  decisionViewSchema,
  noteField,
  positiveAmount,
  proposalSchema,
  sha256Field,
  verdictField,
} from './decision-records';
import { causeField, dayField, decimalText, itemField, pageInput, periodField } from './fields';

/** Which rows an act is about: named ones, or all that fit a filter. */
export const rowChoiceSchema = z.union([
  z.object({ ids: z.array(z.string()).min(1).max(100_000) }),
  z.object({ filter: comparisonFilterSchema }),
]);
export type RowChoice = z.infer<typeof rowChoiceSchema>;

/** What an act came to. `step` names it in the history; null where nothing was changed. */
export const actResultSchema = z.object({
  step: z.number().int().nullable(),
  changed: z.number().int(),
});
export type ActResult = z.infer<typeof actResultSchema>;

export const ruleViewSchema = decisionRuleSchema.extend({
  /** Sum of the absolute differences it decided. */
  used: decimalText,
  decided: z.number().int(),
  /** Differences of the newest audits that it is about but may not decide any more. */
  stopped: z.enum(['cap', 'ended']).nullable(),
});
export type RuleView = z.infer<typeof ruleViewSchema>;

export const proposedRowSchema = z.object({
  comparison: comparisonSchema,
  proposal: proposalSchema,
});
export type ProposedRow = z.infer<typeof proposedRowSchema>;

const ofRun = { runId: z.number().int() };
const nothing = z.object({});

export const decisionMethods = {
  /**
   * Decides rows of a run; earlier decisions about them are replaced, their attachments kept. Fields that
   * are left out stay as they were.
   */
  'decisions.set': {
    input: z.object({
      ...ofRun,
      rows: rowChoiceSchema,
      verdict: verdictField,
      note: noteField.optional(),
      dueOn: dayField.nullable().optional(),
    }),
    output: actResultSchema,
  },
  /** Says that decisions hold at the amounts as they are now. */
  'decisions.confirm': {
    input: z.object({ ...ofRun, rows: rowChoiceSchema }),
    output: actResultSchema,
  },
  'decisions.clear': {
    input: z.object({ ...ofRun, rows: rowChoiceSchema }),
    output: actResultSchema,
  },
  /** By first day; a period asks for those that begin in it, null for all. */
  'decisions.list': {
    input: z.object({ period: periodField.nullable(), ...pageInput }),
    output: z.object({ total: z.number().int(), rows: z.array(decisionViewSchema) }),
  },
  /** How many discrepancies of a run have which decision, and the sums of their differences. */
  'decisions.summary': {
    input: z.object(ofRun),
    output: z.array(
      z.object({
        verdict: verdictField.nullable(),
        rows: z.number().int(),
        difference: decimalText,
        /** Of them, decided at another amount. */
        changed: z.number().int(),
      }),
    ),
  },
  /** Keeps a file beside a decision. Fails with `attachment-too-big` above 10 MB. */
  'decisions.attach': {
    input: z.object({ ...ofRun, comparisonId: z.string(), path: z.string() }),
    output: actResultSchema,
  },
  'decisions.detach': {
    input: z.object({ key: z.string(), sha256: sha256Field }),
    output: actResultSchema,
  },
  /** Writes an attachment to a new file; never overwrites. */
  'decisions.saveAttachment': {
    input: z.object({ sha256: sha256Field, path: z.string() }),
    output: nothing,
  },
  /** Undecided discrepancies of a run that a rule or an earlier month speaks to. */
  'decisions.proposals': {
    input: z.object({ ...ofRun, ...pageInput }),
    output: z.object({ total: z.number().int(), rows: z.array(proposedRowSchema) }),
  },
  /** Takes over the proposals of these rows; rows without one are left as they are. */
  'decisions.takeProposals': {
    input: z.object({ ...ofRun, rows: rowChoiceSchema }),
    output: actResultSchema,
  },

  /** By number, those that ended among them. */
  'rules.list': {
    input: z.object(pageInput),
    output: z.object({ total: z.number().int(), rows: z.array(ruleViewSchema) }),
  },
  'rules.add': {
    input: z.object({
      cause: causeField,
      item: itemField.nullable(),
      sdkAppId: z.string().nullable(),
      verdict: verdictField,
      cap: positiveAmount,
      until: dayField,
      note: noteField,
      automatic: z.boolean(),
    }),
    output: actResultSchema,
  },
  /** Ends a rule; what it decided stays. */
  'rules.end': { input: z.object({ id: z.number().int() }), output: actResultSchema },
} as const;
