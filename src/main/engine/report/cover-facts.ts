import type { Language } from '../../../shared/contract/fields';
import type { ReportStamp } from '../../../shared/contract/reports';
import { addDays } from '../../../shared/period/day';
import { sentence, term } from '../locale/sentence';
import type { ReportSource } from './report-source';

/** A label and what stands beside it. */
export interface CoverFact {
  readonly label: string;
  readonly text: string;
}

/** Who, when, and what the report stands on: the first thing every kind of report says. */
export function coverFacts(
  source: ReportSource,
  stamp: ReportStamp,
  language: Language,
): CoverFact[] {
  const { run, account, accountName } = source;
  const say = (key: string) => sentence(language, `report:${key}`);
  const fact = (key: string, text: string): CoverFact => ({ label: say(`cover/${key}`), text });
  const uin = source.maskedWith === null ? account.uin : '';
  return [
    fact('account', accountName ?? say('summary/assumedAccount')),
    ...(uin === '' ? [] : [fact('uin', uin)]),
    fact('site', term(language, 'sites', account.site)),
    fact('period', periodText(source, language)),
    fact('currency', run.currency),
    fact('auditedAt', `${run.createdAt.slice(0, 19).replace('T', ' ')} UTC`),
    fact('engine', run.engine),
    fact('priceBook', run.priceBook),
    fact('accountHash', `sha256:${stamp.account}`),
    fact('fingerprint', `sha256:${stamp.fingerprint}`),
    fact('language', say('cover/thisLanguage')),
    fact('ids', say(source.maskedWith === null ? 'cover/idsPlain' : 'cover/idsMasked')),
  ];
}

/** The days of the run, the last one included. */
export function periodText({ run: { period } }: ReportSource, language: Language): string {
  return period
    ? `${period.from} – ${addDays(period.to, -1)}`
    : sentence(language, 'report:summary/everything');
}
