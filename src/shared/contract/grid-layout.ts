import { z } from 'zod';

/** Columns of a grid as a person arranged them: shown ones in order, and widths that differ from the first ones. */
export const gridLayoutSchema = z.object({
  columns: z.array(z.string()),
  /** Pixels. */
  widths: z.record(z.string(), z.number().min(24).max(2_000)),
});
export type GridLayout = z.infer<typeof gridLayoutSchema>;
