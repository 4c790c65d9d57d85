import { z } from 'zod';
import { actResultSchema } from './decisions';
import { positiveAmount, promisedCreditSchema } from './decision-records';
import { billLineRowSchema } from './audits';
import { dayField, decimalText, pageInput } from './fields';

export const creditLineSchema = z.object({ lineKey: z.string(), line: billLineRowSchema });
export type CreditLineRow = z.infer<typeof creditLineSchema>;

export const creditViewSchema = promisedCreditSchema.extend({
  /** Promised less returned. */
  open: decimalText,
  /** The lines that were confirmed as its return, as far as their imports are live. */
  lines: z.array(creditLineSchema),
  /** A line that may be the return, and by what it was recognised. */
  suggestion: z
    .object({
      ...creditLineSchema.shape,
      evidence: z.enum(['reference-and-amount', 'reference', 'amount-only']),
    })
    .nullable(),
});
export type CreditView = z.infer<typeof creditViewSchema>;

const one = { key: z.string() };

export const creditMethods = {
  /** By the day on which they are expected. `key`: only the one for this difference. */
  'credits.list': {
    input: z.object({ ...pageInput, key: z.string().optional() }),
    output: z.object({ total: z.number().int(), rows: z.array(creditViewSchema) }),
  },
  /** Notes the provider's promise for a disputed difference. Fails with `decision-missing` for any other. */
  'credits.promise': {
    input: z.object({
      ...one,
      amount: positiveAmount,
      reference: z.string().max(200),
      promisedOn: dayField,
      expectedBy: dayField.nullable(),
    }),
    output: actResultSchema,
  },
  'credits.withdraw': { input: z.object(one), output: actResultSchema },
  /** Says that a line returned the money. Fails with `credit-line-missing`, `credit-line-taken`. */
  'credits.settle': {
    input: z.object({ ...one, lineKey: z.string() }),
    output: actResultSchema,
  },
  'credits.unsettle': {
    input: z.object({ ...one, lineKey: z.string() }),
    output: actResultSchema,
  },
} as const;
