import { z } from 'zod';
import { actResultSchema } from './decisions';
import { billLineRowSchema } from './audits';
import { matchPinSchema } from './decision-records';
import { itemField, periodField } from './fields';

const ofRow = { runId: z.number().int(), comparisonId: z.string() };

export const matchMethods = {
  /** What a person said about matches, each with its line as far as it is imported. */
  'matches.pins': {
    input: z.object({}),
    output: z.array(
      z.object({ key: z.string(), pin: matchPinSchema, line: billLineRowSchema.nullable() }),
    ),
  },
  /** Says that a suggested match is right. Changes no number. */
  'matches.confirm': { input: z.object(ofRow), output: actResultSchema },
  /** Takes the lines of a match apart from its charges: both are then missing the other side. */
  'matches.split': { input: z.object(ofRow), output: actResultSchema },
  /** Says for which application, item and days a line stands, whatever it prints. */
  'matches.place': {
    input: z.object({ ...ofRow, sdkAppId: z.string(), item: itemField, period: periodField }),
    output: actResultSchema,
  },
  /** Forgets what was said. */
  'matches.forget': { input: z.object({ key: z.string() }), output: actResultSchema },
} as const;
