import { z } from 'zod';
import { drawdownSchema } from './audits';
import { dayField, pageInput } from './fields';

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

const ofRun = { runId: z.number().int() };

export const packageMethods = {
  /** Trial and packages usable in the run's period, in the order in which they are drawn. */
  'packages.list': { input: z.object(ofRun), output: z.array(minuteSourceSchema) },
  /** Days on which a source was drawn, in order. */
  'packages.days': {
    input: z.object({ ...ofRun, source: z.string() }),
    output: z.array(drawnDaySchema),
  },
  /** The draws of one source on one day, in the order in which they were made. */
  'packages.drawdowns': {
    input: z.object({ ...ofRun, ...pageInput, source: z.string(), day: dayField }),
    output: z.object({ total: z.number().int(), rows: z.array(drawdownSchema) }),
  },
} as const;
