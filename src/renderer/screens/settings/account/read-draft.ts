import { z } from 'zod';
import type { AccountDraft } from './draft';

/**
 * The engine keeps only accounts it could read, so what is there has its shape; what is not there is empty text.
 */
const text = z.string().default('');
const minutes = z
  .number()
  .transform(String)
  .optional()
  .transform((value) => value ?? '');
const remaining = z.object({ asOf: text, minutes }).optional();
const choices = z.record(z.string(), z.string()).default({});

const file = z.object({
  name: text,
  uin: text,
  site: z.enum(['cn', 'intl']).default('cn'),
  registeredOn: text,
  firstAppOn: text,
  apps: z.array(z.object({ sdkAppId: text, name: text, createdOn: text })).default([]),
  payAsYouGo: z
    .object({ enabledOn: text, method: z.enum(['first-app', 'console', 'automatic']) })
    .nullish(),
  trial: z
    .object({ grantedOn: text, minutes, expiresOn: text, remaining, reference: text })
    .nullish(),
  packages: z
    .array(
      z.object({
        id: text,
        name: text,
        minutes,
        purchasedAt: text,
        expiresOn: text,
        price: text,
        apps: z.array(z.string()).default([]),
        tier: text,
        remaining,
        reference: text,
      }),
    )
    .default([]),
  contract: z
    .array(
      z.object({
        item: text,
        discount: z.string().optional(),
        price: z.string().optional(),
        from: text,
        to: text,
        reference: text,
      }),
    )
    .default([]),
  settlement: text,
  billMonthBasis: text,
  limits: z.object({ absolute: text, percent: text }).default({ absolute: '', percent: '' }),
  policy: choices,
  references: choices,
});

/** account.json as the form shows it; null: nothing was stated yet. */
export function readDraft(json: string | null): AccountDraft {
  const { apps, payAsYouGo, trial, packages, contract, ...rest } = file.parse(
    json === null ? {} : JSON.parse(json.replace(/^\uFEFF/, '')),
  );
  return {
    ...rest,
    apps: apps.map((app, index) => ({ key: `app-${index}`, ...app })),
    payAsYouGo: {
      kind: payAsYouGo === undefined ? 'unstated' : payAsYouGo === null ? 'never' : 'enabled',
      enabledOn: payAsYouGo?.enabledOn ?? '',
      method: payAsYouGo?.method ?? 'first-app',
    },
    trial: {
      kind: trial === undefined ? 'derived' : trial === null ? 'none' : 'granted',
      grantedOn: trial?.grantedOn ?? '',
      minutes: trial?.minutes ?? '',
      expiresOn: trial?.expiresOn ?? '',
      remainingMinutes: trial?.remaining?.minutes ?? '',
      remainingAsOf: trial?.remaining?.asOf ?? '',
      reference: trial?.reference ?? '',
    },
    packages: packages.map(({ apps: covered, remaining: left, ...pack }, index) => ({
      key: `package-${index}`,
      ...pack,
      apps: covered.join(', '),
      remainingMinutes: left?.minutes ?? '',
      remainingAsOf: left?.asOf ?? '',
    })),
    contract: contract.map(({ discount, price, ...term }, index) => ({
      key: `term-${index}`,
      ...term,
      kind: price === undefined ? 'discount' : 'price',
      value: price ?? discount ?? '',
    })),
  };
}
