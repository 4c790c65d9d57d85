import { z } from 'zod';
import { COMPARISON_SORTS, comparisonFilterSchema } from './audits';
import { BILL_LINE_SORTS, billLineFilterSchema } from './bills';
import { decimalText, periodField } from './fields';

/** Beyond so many rows a selection is acted on by its filter, not by a list of ids. */
export const SELECTED_IDS_LIMIT = 10_000;

/** Rows `from` up to, not including, `to`, in the order of the question. */
const rangesField = z
  .array(z.object({ from: z.number().int().min(0), to: z.number().int().min(1) }))
  .max(1_000);

export const selectionMethods = {
  /**
   * What the rows at these places come to, summed where they lie. `ids` in the order of the grid; null
   * where there are more than SELECTED_IDS_LIMIT.
   */
  'selections.comparisons': {
    input: z.object({
      runId: z.number().int(),
      filter: comparisonFilterSchema,
      sort: z.object({ by: z.enum(COMPARISON_SORTS), descending: z.boolean() }),
      ranges: rangesField,
    }),
    output: z.object({
      rows: z.number().int(),
      expected: decimalText,
      billed: decimalText,
      difference: decimalText,
      ids: z.array(z.string()).nullable(),
    }),
  },
  'selections.billLines': {
    input: z.object({
      runId: z.number().int().nullable(),
      period: periodField.nullable(),
      filter: billLineFilterSchema,
      sort: z.object({ by: z.enum(BILL_LINE_SORTS), descending: z.boolean() }),
      ranges: rangesField,
    }),
    output: z.object({
      rows: z.number().int(),
      /** null where the lines are in more than one currency. */
      amount: decimalText.nullable(),
      ids: z.array(z.number().int()).nullable(),
    }),
  },
} as const;
