import { z } from 'zod';
import { pageInput } from './fields';

/** First and last line, both inclusive, as they are counted in the file. */
const linesField = z.object({ first: z.number().int(), last: z.number().int() });

/**
 * Neighbouring rows of an import that stand somewhere else too, in the same order. `repeated`: in another file, where
 * they count; `replaced`: what a newer file says of these days counts instead, row for row or not; `identical`: the
 * same file says them earlier already, and both count.
 */
export const repeatedRangeSchema = z.object({
  how: z.enum(['repeated', 'replaced', 'identical']),
  /** Rows, of which each may have several lines. */
  count: z.number().int(),
  lines: linesField,
  other: z.object({
    importId: z.number().int(),
    fileName: z.string(),
    sheet: z.string().nullable(),
    /** Where the same rows stand; null where no single row stands for each of them. */
    lines: linesField.nullable(),
  }),
});
export type RepeatedRange = z.infer<typeof repeatedRangeSchema>;

export const repeatMethods = {
  /** Every row of an import that stands somewhere else too, as ranges in the order of the file. */
  'imports.repeats': {
    input: z.object({ importId: z.number().int(), ...pageInput }),
    output: z.object({
      /** Ranges, of all pages. */
      total: z.number().int(),
      /** Rows of all ranges, by what became of them. */
      counts: z.object({
        repeated: z.number().int(),
        replaced: z.number().int(),
        identical: z.number().int(),
      }),
      rows: z.array(repeatedRangeSchema),
    }),
  },
} as const;
