import { z } from 'zod';
import { actResultSchema } from './decisions';
import { billLineRowSchema, judgedComparisonSchema } from './audits';
import { matchPinSchema } from './decision-records';
import { itemField, pageInput, periodField } from './fields';

const runId = z.number().int();
const ofRow = { runId, comparisonId: z.string() };

/** Bill lines: all of one comparison, or these. */
const ofLines = z.union([
  z.object(ofRow),
  z.object({ lineIds: z.array(z.number().int()).min(1).max(1000) }),
]);
export type MatchedLines = z.infer<typeof ofLines>;

/** Half-open; at least one day. */
const daysField = periodField.refine(({ from, to }) => from < to);

const pinViewSchema = z.object({ key: z.string(), pin: matchPinSchema });

export const matchMethods = {
  /** What a person said about matches, each with its line as far as it is imported; of `lineIds` where given. */
  'matches.pins': {
    input: z.object({
      ...pageInput,
      lineIds: z.array(z.number().int()).max(100_000).optional(),
    }),
    output: z.object({
      total: z.number().int(),
      rows: z.array(pinViewSchema.extend({ line: billLineRowSchema.nullable() })),
    }),
  },
  /** Where one bill line stands in a run: what it met, and what a person said about it. */
  'matches.line': {
    input: z.object({ runId, lineId: z.number().int() }),
    output: z.object({
      /** False: it is no charge for use (a purchase, another product …) and meets nothing. */
      comparable: z.boolean(),
      /** null: it stands in no comparison of this run. */
      comparison: judgedComparisonSchema.nullable(),
      pin: pinViewSchema.nullable(),
    }),
  },
  /** Says that a suggested match is right. Changes no number. */
  'matches.confirm': { input: z.object(ofRow), output: actResultSchema },
  /** Takes lines apart from the charges they met: both are then missing the other side. */
  'matches.split': { input: ofLines, output: actResultSchema },
  /**
   * Says for which application, item and days lines stand, whatever they print; also in another month. Fails
   * with `match-line-other` for a line that is no charge for use: it could meet nothing.
   */
  'matches.place': {
    input: ofLines.and(
      z.object({ sdkAppId: z.string().min(1), item: itemField, period: daysField }),
    ),
    output: actResultSchema,
  },
  /** Forgets what was said. */
  'matches.forget': { input: z.object({ key: z.string() }), output: actResultSchema },
} as const;
