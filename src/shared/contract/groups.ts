import { z } from 'zod';
import { comparisonFilterSchema } from './audits';
import { decimalText, pageInput } from './fields';

export const GROUPINGS = ['cause', 'sdkAppId', 'day', 'item', 'status'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const GROUP_SORTS = [
  'key',
  'rows',
  'expected',
  'billed',
  'difference',
  'magnitude',
] as const;

/** Rows of one cause, application, day, item or status, and what they come to. */
export const comparisonGroupSchema = z.object({
  /** The value they share; null: rows that name none. */
  key: z.string().nullable(),
  /** Name of an application; null for other groupings and where it has none. */
  name: z.string().nullable(),
  rows: z.number().int(),
  expected: decimalText,
  billed: decimalText,
  difference: decimalText,
});
export type ComparisonGroup = z.infer<typeof comparisonGroupSchema>;

export const groupMethods = {
  /**
   * The comparisons of a run in groups, with subtotals. By cause, a row with several causes is counted in
   * each of them, and rows without a cause in none; otherwise the groups add up to the whole.
   */
  'groups.comparisons': {
    input: z.object({
      runId: z.number().int(),
      filter: comparisonFilterSchema,
      by: z.enum(GROUPINGS),
      sort: z.object({ by: z.enum(GROUP_SORTS), descending: z.boolean() }),
      ...pageInput,
    }),
    output: z.object({ total: z.number().int(), rows: z.array(comparisonGroupSchema) }),
  },
} as const;
