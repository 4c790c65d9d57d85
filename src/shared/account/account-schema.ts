import { z } from 'zod';
import {
  dayText,
  discountText,
  idText,
  itemText,
  moneyText,
  timeText,
  wholeMinutes,
} from './account-fields';
import { STATED_FACTS } from './stated-facts';

/**
 * The account file (docs: the account). Every object is strict: a field that is not known is a problem,
 * because a misspelt fact would silently change money. Only `site` must be there.
 */

const remaining = z.strictObject({ asOf: dayText, minutes: wholeMinutes });

const app = z.strictObject({
  sdkAppId: idText,
  name: z.string().optional(),
  createdOn: dayText.optional(),
});

const payAsYouGo = z.strictObject({
  enabledOn: dayText,
  method: z.enum(['first-app', 'console', 'automatic']),
});

const trial = z.strictObject({
  grantedOn: dayText,
  minutes: wholeMinutes.optional(),
  expiresOn: dayText.optional(),
  remaining: remaining.optional(),
  reference: z.string().optional(),
});

const minutePackage = z.strictObject({
  id: idText,
  name: z.string().optional(),
  minutes: wholeMinutes,
  purchasedAt: timeText,
  expiresOn: dayText.optional(),
  price: moneyText.optional(),
  apps: z.array(idText).default([]),
  tier: z.enum(['audio', 'sd', 'hd']).optional(),
  remaining: remaining.optional(),
  reference: z.string().optional(),
});

const contractTerm = z
  .strictObject({
    item: itemText,
    discount: discountText.optional(),
    price: moneyText.optional(),
    from: dayText,
    to: dayText.optional(),
    reference: z.string().default(''),
  })
  .superRefine((term, context) => {
    if ((term.discount === undefined) === (term.price === undefined))
      context.addIssue({ code: 'custom', params: { problem: 'discount-or-price' } });
  });

const policy = z.strictObject({
  wholeMinutes: z.enum(['whole']).optional(),
  meteringScope: z.enum(['application', 'account']).optional(),
  meteringPeriod: z.enum(['day', 'month']).optional(),
  audioBesideVideo: z.enum(['none', 'legacy-extra']).optional(),
  intlFreeCycleFrom: dayText.optional(),
  packageOrder: z.enum(['expiry-first', 'purchase-first', 'narrow-scope-first']).optional(),
  recordingCutOver: z.enum(['2022-08-01', '2022-07-20']).optional(),
  afterPackage: z.enum(['as-billed', 'pay-as-you-go', 'stopped']).optional(),
  dashboardAdvancedOverage: z.enum(['2.99', '0.95']).optional(),
});

/** One for each fact that can be stated or chosen; another name would be a misspelt one. */
const references = z.strictObject({
  ...Object.fromEntries<z.ZodOptional<z.ZodString>>(
    [...STATED_FACTS, ...Object.keys(policy.shape)].map((fact) => [fact, z.string().optional()]),
  ),
});

/** A list in which no two entries have the same identity. */
function withoutRepeats<S extends z.ZodType>(
  list: z.ZodArray<S>,
  field: string,
  idOf: (entry: z.output<S>) => string,
) {
  return list.superRefine((entries, context) => {
    const seen = new Set<string>();
    entries.forEach((entry, index) => {
      const id = idOf(entry);
      if (seen.has(id))
        context.addIssue({
          code: 'custom',
          path: [index, field],
          params: { problem: 'duplicate-id', value: id },
        });
      seen.add(id);
    });
  });
}

export const accountSchema = z.strictObject({
  name: z.string().default(''),
  site: z.enum(['cn', 'intl']),
  uin: z.string().default(''),
  registeredOn: dayText.optional(),
  firstAppOn: dayText.optional(),
  apps: withoutRepeats(z.array(app), 'sdkAppId', (entry) => entry.sdkAppId).default([]),
  payAsYouGo: payAsYouGo.nullable().optional(),
  trial: trial.nullable().optional(),
  packages: withoutRepeats(z.array(minutePackage), 'id', (entry) => entry.id).default([]),
  contract: z.array(contractTerm).default([]),
  settlement: z.enum(['daily', 'monthly']).optional(),
  billMonthBasis: z.enum(['usage', 'deduction']).optional(),
  policy: policy.default({}),
  references: references.optional(),
  limits: z
    .strictObject({ absolute: moneyText.optional(), percent: moneyText.optional() })
    .optional(),
});
