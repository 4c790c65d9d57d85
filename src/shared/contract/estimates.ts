import { z } from 'zod';
import { AV_ITEMS } from '../catalog/item';
import { PLAN_PROBLEMS } from '../estimate/usage-plan';
import { STREAM_RULES } from '../usage/stream-seconds';
import { currencyField, dayField, decimalText, periodField, traceStepField } from './fields';
import { siteField } from './prices';

/** One month of one item; see estimate/calculator.ts for each field. Steps: locales `estimate:steps/<rule>`. */
export const estimateLineSchema = z.object({
  item: z.enum(AV_ITEMS),
  minutes: z.number().int(),
  packageMinutes: z.number().int().nullable(),
  amount: decimalText,
  priceId: z.string(),
  steps: z.array(traceStepField),
});
export type EstimateLineRow = z.infer<typeof estimateLineSchema>;

export const estimateSchema = z.object({
  currency: currencyField,
  on: dayField,
  streamRule: z.enum(STREAM_RULES),
  lines: z.array(estimateLineSchema),
  minutes: z.number().int(),
  packageMinutes: z.number().int(),
  amount: decimalText,
});
export type EstimateRow = z.infer<typeof estimateSchema>;

export const advisedPackageSchema = z.object({
  offerId: z.string(),
  name: z.string(),
  custom: z.boolean(),
  minutes: z.number().int(),
  count: z.number().int(),
  price: decimalText,
});

/** What would have cost least; see estimate/advisor.ts for each field. */
export const adviceSchema = z.object({
  currency: currencyField,
  period: periodField,
  usableThrough: dayField,
  offers: z.number().int(),
  payAsYouGo: decimalText,
  packages: z.array(advisedPackageSchema),
  packagePrice: decimalText,
  rest: decimalText,
  total: decimalText,
  saving: decimalText,
  usedPackageMinutes: z.number().int(),
  unusedPackageMinutes: z.number().int(),
  tried: z.number().int(),
});
export type AdviceRow = z.infer<typeof adviceSchema>;

/** Whole minutes of one tier. */
const tierMinutesField = z.object({
  item: z.enum(AV_ITEMS),
  minutes: z.number().int().positive(),
});

const planInput = {
  /** The site whose prices are taken; null: the open workspace's account with its contract, else China. */
  site: siteField.nullable(),
  /** The day whose prices, ratios and packages are taken; null: today in UTC+8. */
  on: dayField.nullable(),
  /** Tier of each picture that is received, or audio. */
  item: z.enum(AV_ITEMS),
  /** Left out: one tier. Else the time is shared among these tiers in the ratio of the minutes, and `item` does not count. */
  mix: z.array(tierMinutesField).min(1).optional(),
  daysPerMonth: z.number(),
  /** null: as the account is metered. */
  streamRule: z.enum(STREAM_RULES).nullable(),
};

/** An estimate with the cheapest packages for its month, or why the figures cannot be estimated. */
export const planEstimateSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('estimate'),
    site: siteField,
    estimate: estimateSchema,
    advice: adviceSchema,
  }),
  /** Sentences: locales `estimate:problems/<problem>`. */
  z.object({ kind: z.literal('problem'), problem: z.enum(PLAN_PROBLEMS), on: dayField }),
]);
export type PlanEstimate = z.infer<typeof planEstimateSchema>;

/** What the job of `estimate.advise` answers. */
export const adviceResultSchema = z.object({ site: siteField, on: dayField, advice: adviceSchema });
export type AdviceResult = z.infer<typeof adviceResultSchema>;

export const estimateMethods = {
  /** What a month of calls would cost; counts may have decimals (2.5 users in a call). */
  'estimate.calls': {
    input: z.object({
      ...planInput,
      callsPerDay: decimalText,
      usersPerCall: decimalText,
      minutesPerUser: decimalText,
    }),
    output: planEstimateSchema,
  },
  /** What a month of interactive live rooms would cost. */
  'estimate.live': {
    input: z.object({
      ...planInput,
      roomsPerDay: decimalText,
      anchorsPerRoom: decimalText,
      audiencePerRoom: decimalText,
      minutesPerRoom: decimalText,
    }),
    output: planEstimateSchema,
  },
  /**
   * Which packages would have cost least for the workspace's own usage, of the last so many months or of these
   * days. Its progress counts the mixes that were replayed. The result is `adviceResultSchema`.
   */
  'estimate.advise': {
    input: z.object({
      months: z.union([z.object({ last: z.number().int().min(1) }), periodField]),
      /** The day whose catalogue is taken; null: today in UTC+8. */
      on: dayField.nullable(),
    }),
    output: z.object({ jobId: z.string() }),
  },
} as const;
