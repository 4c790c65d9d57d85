import { z } from 'zod';
import { decimalText, periodField } from './fields';
import { sha256Field } from './decision-records';

export const signOffLockSchema = z.object({
  engine: z.string(),
  priceBook: z.string(),
  account: z.string(),
  policies: z.string(),
  files: z.array(z.object({ name: z.string(), sha256: sha256Field })),
  matches: z.string(),
  decisions: z.string(),
  credits: z.string(),
  totals: z.object({
    billed: decimalText,
    expected: decimalText,
    difference: decimalText,
    unexplained: decimalText,
  }),
});

export const driftSchema = z.object({
  what: z.enum([
    'engine',
    'price-book',
    'account',
    'policies',
    'file-added',
    'file-removed',
    'matches',
    'decisions',
    'credits',
    'billed',
    'expected',
    'difference',
    'unexplained',
  ]),
  was: z.string(),
  is: z.string(),
});

export const signOffActSchema = z.object({
  act: z.enum(['prepared', 'reviewed', 'reopened']),
  name: z.string(),
  note: z.string(),
  at: z.string(),
  lock: signOffLockSchema,
  /** The trail's end before the act: an anchor that shows whether it was cut. */
  trailSeq: z.number().int(),
  trailHead: sha256Field,
});
export type SignOffAct = z.infer<typeof signOffActSchema>;

/**
 * open: nobody signed, or it was reopened. prepared, reviewed: signed. `drift` is what has changed since the
 * newest signature; a seal with drift is broken. `sameName`: prepared and reviewed by one name.
 */
export const signOffStateSchema = z.object({
  period: periodField.nullable(),
  state: z.enum(['open', 'prepared', 'reviewed']),
  sealed: z.boolean(),
  drift: z.array(driftSchema),
  sameName: z.boolean(),
  /** The acts of the period, oldest first. */
  acts: z.array(signOffActSchema),
});
export type SignOffState = z.infer<typeof signOffStateSchema>;

const signed = {
  period: periodField.nullable(),
  name: z.string().trim().min(1).max(200),
  note: z.string().max(4000),
};

export const signOffMethods = {
  'signOff.state': {
    input: z.object({ period: periodField.nullable() }),
    output: signOffStateSchema,
  },
  /** Fails with `run-outdated` where the newest audit does not show what is in the workspace. */
  'signOff.prepare': { input: z.object(signed), output: signOffStateSchema },
  /** Fails with `not-prepared`, and with `seal-broken` where something changed since. */
  'signOff.review': { input: z.object(signed), output: signOffStateSchema },
  /** The note is the reason and must not be empty. */
  'signOff.reopen': {
    input: z.object({ ...signed, note: z.string().trim().min(1).max(4000) }),
    output: signOffStateSchema,
  },
} as const;
