import { z } from 'zod';
import { COMPARISON_SORTS, comparisonFilterSchema } from './audits';
import { BILL_LINE_SORTS, billLineFilterSchema } from './bills';
import { periodField } from './fields';

/** The place of a row in the order of the question, counted from 0; null: it does not fit the filter. */
const placeOutput = z.object({ place: z.number().int().min(0).nullable() });

/** Where one row stands in a grid: a grid that is opened at a row shows it among the others. */
export const placeMethods = {
  'places.comparison': {
    input: z.object({
      runId: z.number().int(),
      comparisonId: z.string(),
      filter: comparisonFilterSchema,
      sort: z.object({ by: z.enum(COMPARISON_SORTS), descending: z.boolean() }),
    }),
    output: placeOutput,
  },
  'places.billLine': {
    input: z.object({
      runId: z.number().int().nullable(),
      lineId: z.number().int(),
      period: periodField.nullable(),
      filter: billLineFilterSchema,
      sort: z.object({ by: z.enum(BILL_LINE_SORTS), descending: z.boolean() }),
    }),
    output: placeOutput,
  },
} as const;
