import { z } from 'zod';
import { drawdownSchema } from './audits';
import { DRAW_STATUSES } from '../reconcile/evidence/compare-draws';
import { dayField, decimalText, itemField, originField, pageInput } from './fields';

/** Free or prepaid minutes of the account as a run used them. */
export const minuteSourceSchema = z.object({
  /** `trial`, or the package's id, as draw-downs name it. */
  source: z.string(),
  kind: z.enum(['trial', 'package']),
  name: z.string().nullable(),
  from: dayField,
  /** Last usable day. */
  through: dayField,
  /** Minutes at 00:00 of `from`. */
  minutes: z.number().int(),
  /** Drawn in the run's period. */
  deducted: z.number().int(),
  /** After the last draw of the period; null where the period has none, so that the run does not say. */
  left: z.number().int().nullable(),
  /** Day of the draw that left nothing; null: none of the period did. */
  usedUpOn: dayField.nullable(),
  /** What the same use was drawn from, or charged as, once this one was used up or had expired. */
  takenOver: z
    .object({
      on: dayField,
      /** null: pay-as-you-go. */
      by: z.string().nullable(),
    })
    .nullable(),
});
export type MinuteSourceRow = z.infer<typeof minuteSourceSchema>;

export const drawnDaySchema = z.object({
  day: dayField,
  draws: z.number().int(),
  rawMinutes: z.number().int(),
  deducted: z.number().int(),
  /** After the day's last draw. */
  balanceAfter: z.number().int(),
});
export type DrawnDay = z.infer<typeof drawnDaySchema>;

export const chargedDaySchema = z.object({
  day: dayField,
  /** Metered minutes that were left for pay-as-you-go. */
  minutes: z.number().int(),
});
export type ChargedDay = z.infer<typeof chargedDaySchema>;

/** What the provider says it took beside what the run took, for one (package, day, application, tier). */
export const drawComparisonSchema = z.object({
  source: z.string(),
  day: dayField,
  sdkAppId: z.string(),
  /** null where neither the export nor its ratio names a tier. */
  item: itemField.nullable(),
  status: z.enum(DRAW_STATUSES),
  /** Minutes of use; null: the provider took nothing. */
  statedRaw: decimalText.nullable(),
  /** null where the export prints none or several. */
  statedRatio: decimalText.nullable(),
  /** Package minutes. */
  statedDeducted: decimalText.nullable(),
  /** null: the run took nothing. */
  drawnRaw: z.number().int().nullable(),
  drawnRatio: z.number().nullable(),
  drawnDeducted: z.number().int().nullable(),
  /** Stated - drawn, in package minutes. */
  difference: decimalText,
  /** Left in the package after the day, as each says; null where it does not. */
  statedBalance: decimalText.nullable(),
  drawnBalance: z.number().int().nullable(),
  /** The provider's last row of this place; null where it has none. */
  origin: originField.nullable(),
});
export type DrawComparisonRow = z.infer<typeof drawComparisonSchema>;

const ofRun = { runId: z.number().int() };

export const packageMethods = {
  /** Trial and packages usable in the run's period, in the order in which they are drawn. */
  'packages.list': { input: z.object(ofRun), output: z.array(minuteSourceSchema) },
  /** Days on which a source was drawn, in order. */
  'packages.days': {
    input: z.object({ ...ofRun, source: z.string() }),
    output: z.array(drawnDaySchema),
  },
  /**
   * The way down of every source of `packages.list`, and what was charged beside them of the items that were
   * drawn. `charged` is null where charges stand for more than a day.
   */
  'packages.burnDown': {
    input: z.object(ofRun),
    output: z.object({
      sources: z.array(minuteSourceSchema.extend({ days: z.array(drawnDaySchema) })),
      charged: z.array(chargedDaySchema).nullable(),
      /**
       * Seconds of use of those items on each day of the run's period, where a charge stands for more than a day and
       * `charged` can name none; null where it can. Read from the workspace as it is now.
       */
      used: z.array(z.object({ day: dayField, seconds: z.number().int() })).nullable(),
    }),
  },
  /**
   * The provider's own deductions beside the run's, in order of day and package; without rows where no
   * deduction export was imported. `differing` counts what disagrees, over all pages.
   */
  'packages.deductions': {
    input: z.object({
      ...ofRun,
      ...pageInput,
      /** null: all packages. */
      source: z.string().nullable(),
      onlyDifferences: z.boolean(),
    }),
    output: z.object({
      total: z.number().int(),
      differing: z.number().int(),
      rows: z.array(drawComparisonSchema),
    }),
  },
  /** The draws of one source on one day, in the order in which they were made. */
  'packages.drawdowns': {
    input: z.object({ ...ofRun, ...pageInput, source: z.string(), day: dayField }),
    output: z.object({ total: z.number().int(), rows: z.array(drawdownSchema) }),
  },
} as const;
