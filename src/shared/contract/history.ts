import { z } from 'zod';
import { pageInput } from './fields';
import { TRAIL_KINDS } from './trail';

/** dropped: undone, and then left behind by a new step. */
export const HISTORY_STATES = ['done', 'undone', 'dropped'] as const;

/** One named step. Its sentence: step-key.ts. */
export const historyStepSchema = z.object({
  kind: z.literal('step'),
  id: z.number().int(),
  title: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** UTC, ISO 8601. */
  at: z.string(),
  state: z.enum(HISTORY_STATES),
});
export type HistoryStep = z.infer<typeof historyStepSchema>;

/** What stands in its place in time and cannot be undone here. Its sentence is that of the trail's entry. */
export const historyMarkSchema = z.object({
  kind: z.literal('mark'),
  /** Number of the trail's entry. */
  seq: z.number().int(),
  at: z.string(),
  about: z.enum(TRAIL_KINDS),
  details: z.record(z.string(), z.unknown()),
});
export type HistoryMark = z.infer<typeof historyMarkSchema>;

export const historyEntrySchema = z.discriminatedUnion('kind', [
  historyStepSchema,
  historyMarkSchema,
]);
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

const nothing = z.object({});

export const historyMethods = {
  /** Everything that was done to the workspace, the newest first, and what undo and redo would be about. */
  'history.list': {
    input: z.object(pageInput),
    output: z.object({
      total: z.number().int(),
      rows: z.array(historyEntrySchema),
      undo: historyStepSchema.nullable(),
      redo: historyStepSchema.nullable(),
    }),
  },
  /**
   * Takes the last step back; null where there is none. Fails with `history-sealed` where a seal that is whole would
   * break, and with `history-overtaken` where the workspace is not what the step left.
   */
  'history.undo': { input: nothing, output: historyStepSchema.nullable() },
  'history.redo': { input: nothing, output: historyStepSchema.nullable() },
  /** Undoes or redoes until this step is the last that stands; 0: none does. Fails as undo does, with nothing moved. */
  'history.goTo': {
    input: z.object({ step: z.number().int().min(0) }),
    output: z.object({ undone: z.number().int(), redone: z.number().int() }),
  },
} as const;
