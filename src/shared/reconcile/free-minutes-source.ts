import type { AccountFacts } from '../account/facts';
import type { Citation } from '../citation';
import { freeMinutesRuleOn, type FreeMinutesRule } from '../drawdown/free-minutes';
import type { Day } from '../period/day';

const seen = (document: string, date: string, printed: string): Citation => ({
  document,
  date,
  printed,
  evidence: 'seen',
});

const CHINA = seen(
  '免费试用.md (647/44360)',
  '2019-10-11',
  '首个应用赠送 10,000 分钟，语音 / 标清 / 高清 / 超清按 1:1:1:1 抵扣，到次年同月最后一日',
);

const INTERNATIONAL: Readonly<Record<FreeMinutesRule, Citation>> = {
  once: seen('免费试用_intl_en.md', '2021-08-20', '10,000 minutes once, 1:1 in every tier'),
  monthly: seen(
    '免费时长说明_intl_en.md',
    '2021-11-05',
    '10,000 minutes per calendar month, 1:1 in every tier, recordings too',
  ),
  cycles: seen(
    '免费体验时长说明_intl_en.md',
    '2023-01-12',
    '10,000 minutes per cycle from the grant day; audio 1, SD 2, HD 4, full HD 9, 2K 16, 4K 36',
  ),
};

/** The provider's text that the free minutes of a usage day follow. */
export function freeMinutesSource(facts: AccountFacts, date: Day): Citation {
  return facts.account.site === 'cn' ? CHINA : INTERNATIONAL[freeMinutesRuleOn(facts, date)];
}
