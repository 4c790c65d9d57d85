import { z } from 'zod';
import { originField, pageInput, paramsField } from './fields';

export const QUARANTINE_STATES = ['open', 'corrected', 'dismissed'] as const;

/** A row that could not be read, as it stands in its file, and what a person did about it. */
export const quarantinedRowSchema = z.object({
  importId: z.number().int(),
  row: z.number().int(),
  origin: originField,
  /** Why it was not read: the sentence is `issues:<code>`. */
  code: z.string(),
  params: paramsField,
  raw: z.string(),
  header: z.array(z.string()),
  /** One for each column, as read from the raw text or, where it was corrected, as written anew. */
  cells: z.array(z.string()),
  state: z.enum(QUARANTINE_STATES),
  /** Who corrected or dismissed it, and when; null while it is open. */
  by: z.string().nullable(),
  at: z.string().nullable(),
  /** Why it was dismissed; null else. */
  reason: z.string().nullable(),
});
export type QuarantinedRow = z.infer<typeof quarantinedRowSchema>;

const oneRow = { importId: z.number().int(), row: z.number().int().min(1) };

/** What became of one correction; a refused one stays in quarantine as it was. */
export const correctionOutcomeSchema = z.object({
  ...oneRow,
  accepted: z.boolean(),
  /** Why the corrected cells cannot be read either; null where they can. */
  problem: z.object({ code: z.string(), params: paramsField }).nullable(),
});
export type CorrectionOutcome = z.infer<typeof correctionOutcomeSchema>;

const rows = z.array(z.object(oneRow)).min(1).max(1000);

export const quarantineMethods = {
  /** Rows in quarantine of one import, or (null) of all live ones, in file order; `row`: of that import only this one. */
  'imports.quarantine': {
    input: z.object({
      importId: z.number().int().nullable(),
      row: z.number().int().min(1).optional(),
      state: z.enum(QUARANTINE_STATES).default('open'),
      ...pageInput,
    }),
    output: z.object({
      /** In the state that was asked for, of all pages. */
      total: z.number().int(),
      /** In each state. */
      counts: z.object({
        open: z.number().int(),
        corrected: z.number().int(),
        dismissed: z.number().int(),
      }),
      rows: z.array(quarantinedRowSchema),
    }),
  },
  /**
   * Reads these rows again with the cells given, by the reader of their file, in one step: what can be read
   * counts from then on, the rest stays. The text of the file is kept beside the correction.
   */
  'imports.correctRows': {
    input: z.object({
      corrections: z
        .array(z.object({ ...oneRow, cells: z.array(z.string()).min(1).max(16_384) }))
        .min(1)
        .max(1000),
    }),
    output: z.array(correctionOutcomeSchema),
  },
  /** Leaves rows out for good, with the reason; they no longer raise the bound of what is left out. */
  'imports.dismissRows': {
    input: z.object({ rows, reason: z.string().trim().min(1).max(500) }),
    output: z.object({ changed: z.number().int() }),
  },
  /** Takes corrections and dismissals back: the rows are in quarantine again as they were. */
  'imports.reopenRows': {
    input: z.object({ rows }),
    output: z.object({ changed: z.number().int() }),
  },
} as const;
