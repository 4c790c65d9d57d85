import type { Citation } from '../citation';
import type { Account } from './account';
import type { PolicyChoices } from './policy';

/**
 * choice: the account may choose. fixed: the provider's texts conflict or are silent, and Recount always
 * does the same, said here. Sentences: locales `policies:<id>/title`, `/why`, `/choices/<choice>`.
 */
export type PolicyTreatment = 'choice' | 'fixed';

export interface Policy {
  /** The name in the account file, or a name of its own where there is nothing to choose. */
  readonly id: string;
  readonly treatment: PolicyTreatment;
  /** The conflict (C…) or unknown (U…) of the rulebook that it settles; null: a rule with several texts. */
  readonly conflict: string | null;
  readonly default: string;
  /**
   * All choices, the default among them. For a date: the default only, any day may be written.
   * `by-settlement` is chosen by leaving the policy out.
   */
  readonly choices: readonly string[];
  readonly citation: Citation;
}

const seen = (document: string, date: string, printed: string): Citation => ({
  document,
  date,
  printed,
  evidence: 'seen',
});
const inferred = (document: string, date: string, printed: string): Citation => ({
  ...seen(document, date, printed),
  evidence: 'inferred',
});

const choice = (
  id: keyof PolicyChoices,
  conflict: string | null,
  choices: readonly [string, ...string[]],
  citation: Citation,
): Policy => ({ id, treatment: 'choice', conflict, default: choices[0], choices, citation });

const fixed = (id: string, conflict: string, value: string, citation: Citation): Policy => ({
  id,
  treatment: 'fixed',
  conflict,
  default: value,
  choices: [value],
  citation,
});

/** Every conflict and unknown that touches a number, with what Recount does. */
export const POLICIES: readonly Policy[] = [
  choice(
    'audioBesideVideo',
    'C1',
    ['none', 'legacy-extra'],
    seen('音视频时长计费说明.md (647/44248)', '2021-11', '7.14, earlier text 7.56'),
  ),
  fixed(
    'severalStreams',
    'C2',
    'by-site-and-first-app',
    seen('实时音视频计费_intl_en.md', '2021-11-05', 'first application on or after 2021-10-27'),
  ),
  choice(
    'meteringPeriod',
    'C3',
    ['by-settlement', 'day', 'month'],
    seen('计费相关问题.md (647/44364)', '2020-09-01', 'per day from 2020-09-01, before per month'),
  ),
  choice(
    'meteringScope',
    'C4',
    ['application', 'account'],
    seen('云端录制计费说明 (647/45892)', '2024-08-23', 'per SDKAppID per day'),
  ),
  fixed(
    'areaLimits',
    'C5',
    'area-table',
    seen(
      '关于实时音视频TRTC视频档位调整及转码功能升级公告.md',
      '2022-06-01',
      '1920×1080; 4096×2176',
    ),
  ),
  fixed(
    'freeMinutesTranscoding',
    'C6',
    'excluded',
    seen('免费时长说明_intl_en.md', '2021-11-05', 'deduction list without MixTranscoding'),
  ),
  choice(
    'recordingCutOver',
    'C7',
    ['2022-08-01', '2022-07-20'],
    seen('云端录制费用说明（新）.md (647/75047)', '2022-08-01', '2022-08-01; earlier 2022-07-20'),
  ),
  fixed(
    'packageRefund',
    'C8',
    'unused-then-part',
    seen('退费说明.md (647/48226)', '2021-11', 'one full refund within 5 days; later: if unused'),
  ),
  choice(
    'afterPackage',
    'C9',
    ['as-billed', 'pay-as-you-go', 'stopped'],
    seen('购买指南/预付费套_餐包.md', '2022-08', 'no suspension; other version: off by default'),
  ),
  fixed(
    'discountWording',
    'C10',
    'factor-paid',
    seen('购买指南/预付费套_餐包.md', '2022-08', '3,000: 5.630, 80%; elsewhere "discount of 80%"'),
  ),
  fixed(
    'packageUnitPrice',
    'C11',
    'price-by-minutes',
    seen('预付费套餐包_intl_en.md', '2021-11', '2,416 / 3,000 shown as 0.805'),
  ),
  choice(
    'dashboardAdvancedOverage',
    'C12',
    ['2.99', '0.95'],
    seen('监控仪表盘计费公告', '2022-09-01', '2.99; page 81331: 0.95'),
  ),
  fixed(
    'transcodingIntl',
    'C14',
    'task-duration',
    seen('混流转推计费_intl_en.md', '2022-06-13', 'task duration by the sum of input areas'),
  ),
  fixed(
    'robotMinutes',
    'C15',
    'as-in-usage',
    seen('On-cloud recording (45176)', '2024-04-01', 'recording robots charged as usual'),
  ),
  fixed(
    'areaDecides',
    'C16',
    'sd',
    seen('音视频时长计费说明.md (647/44248)', '2021-11', '720×360 = 259,200 ≤ 307,200'),
  ),
  fixed(
    'latestPrices',
    'U1',
    'last-known',
    inferred('实时音视频计费_intl_en.md', '2022-05-18', 'last table that could be read'),
  ),
  fixed(
    'plannedMonth',
    'U3',
    'own-formulas',
    inferred('音视频时长计费说明.md (647/44248)', '2021-11', 'formulas shown as pictures only'),
  ),
  fixed(
    'trialUpperTiers',
    'U4',
    'one-to-one',
    inferred('免费试用.md (647/44360)', '2022', '2K and 4K covered, ratio not stated'),
  ),
  fixed(
    'deductionRounding',
    'U5',
    'half-up-per-deduction',
    seen('账单常见问题_intl_en.md', '2023-07-04', 'rounded to 2 decimals'),
  ),
  fixed(
    'taxIncluded',
    'U6',
    'from-bill',
    inferred('账单常见问题.md', '2021-09-10', 'tax columns of the bill'),
  ),
  choice(
    'wholeMinutes',
    'U8',
    ['whole'],
    inferred('计费相关问题.md (647/44364)', '2020-09-01', 'minutes are deducted whole'),
  ),
  choice(
    'intlFreeCycleFrom',
    null,
    ['2023-01-12'],
    seen(
      '免费体验时长说明_intl_en.md',
      '2023-01-12',
      '10,000 minutes per cycle from the grant day',
    ),
  ),
  choice(
    'packageOrder',
    null,
    ['expiry-first', 'purchase-first', 'narrow-scope-first'],
    seen('预付费套餐包 (647/44247)', '2020-03-11', 'the one that expires first is used first'),
  ),
];

export interface PolicyInForce {
  readonly policy: Policy;
  readonly value: string;
  /** False where the account chose something else. */
  readonly isDefault: boolean;
  /** Where the account's own choice can be looked up; null where it chose none or says nothing. */
  readonly reference: string | null;
}

/** Every policy as it holds for this account, defaults included: shown in every run. */
export function policiesInForce(account: Account): readonly PolicyInForce[] {
  const stated: Readonly<Record<string, string | undefined>> = { ...account.policy };
  const references: Readonly<Record<string, string | undefined>> = { ...account.references };
  return POLICIES.map((policy) => {
    const value = stated[policy.id] ?? policy.default;
    const isDefault = value === policy.default;
    const reference = stated[policy.id] === undefined ? undefined : references[policy.id];
    return { policy, value, isDefault, reference: reference ?? null };
  });
}
