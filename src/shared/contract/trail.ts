import { z } from 'zod';
import { pageInput } from './fields';
import { sha256Field } from './decision-records';

/** What changes a workspace. Sentence: locales `trail:kinds/<kind>`. */
export const TRAIL_KINDS = [
  'imported',
  'import-undone',
  'import-redone',
  'application-said',
  'account-set',
  'price-book-set',
  'price-book-removed',
  'decided',
  'step-undone',
  'step-redone',
  'signed',
  'restored',
  'exported',
] as const;
export type TrailKind = (typeof TRAIL_KINDS)[number];

export const trailEntrySchema = z.object({
  seq: z.number().int(),
  /** UTC, ISO 8601. */
  at: z.string(),
  kind: z.enum(TRAIL_KINDS),
  details: z.record(z.string(), z.unknown()),
  previous: sha256Field,
  sha256: sha256Field,
});
export type TrailEntry = z.infer<typeof trailEntrySchema>;

/**
 * hash: an entry is not what its hash says. link: it does not follow the one before it. number: one is
 * missing or stands elsewhere. shorter: the end that the workspace remembers is gone. anchor: the end that a
 * sign-off or the reader remembers is not in the chain; `step`: the kept changes of the step are not those of
 * its entry; `decision`: what stands in the workspace is not what its steps made, after this entry.
 */
export const trailVerdictSchema = z.object({
  ok: z.boolean(),
  entries: z.number().int(),
  /** Hash of the last entry; all zeros for an empty trail. */
  head: sha256Field,
  broken: z
    .object({
      seq: z.number().int(),
      problem: z.enum(['hash', 'link', 'number', 'shorter', 'anchor', 'step', 'decision']),
    })
    .nullable(),
  /** Sign-offs whose anchor was found in the chain. */
  anchors: z.number().int(),
});
export type TrailVerdict = z.infer<typeof trailVerdictSchema>;

export const trailMethods = {
  /** The newest first. */
  'trail.list': {
    input: z.object(pageInput),
    output: z.object({ total: z.number().int(), rows: z.array(trailEntrySchema) }),
  },
  /** `head`: a hash from a report or a sign-off that must stand in the chain. */
  'trail.verify': {
    input: z.object({ head: sha256Field.optional() }),
    output: trailVerdictSchema,
  },
} as const;
