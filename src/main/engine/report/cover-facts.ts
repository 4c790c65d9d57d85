import type { Language } from '../../../shared/contract/fields';
import type { ReportStamp } from '../../../shared/contract/reports';
import { addDays } from '../../../shared/period/day';
import { countText } from '../locale/number-text';
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
    fact('coverage', coverageText(source, language)),
    ...restatedFact(source, language),
    fact('auditedAt', momentText(run.createdAt)),
    fact('engine', run.engine),
    fact('priceBook', run.priceBook),
    fact('accountHash', `sha256:${stamp.account}`),
    fact('fingerprint', `sha256:${stamp.fingerprint}`),
    fact('language', say('cover/thisLanguage')),
    fact('ids', say(source.maskedWith === null ? 'cover/idsPlain' : 'cover/idsMasked')),
  ];
}

/** Which days are missing, and what that can cost at most: a report over half a month must say so first. */
function coverageText({ run, coverage }: ReportSource, language: Language): string {
  const { missing, double, notFinal, atRisk, currency } = coverage(run.createdAt);
  if (missing + double + notFinal === 0) return sentence(language, 'coverage:complete');
  const days = { missing: countText(missing), double: countText(double) };
  const total = sentence(language, 'coverage:total', { ...days, notFinal: countText(notFinal) });
  if (missing === 0) return total;
  return `${total} ${
    atRisk === null
      ? sentence(language, 'report:cover/coverageUnknown')
      : sentence(language, 'report:cover/coverageRisk', { amount: atRisk, currency })
  }`;
}

/** Only where something was restated; the run's own findings say how many rows. */
function restatedFact({ run }: ReportSource, language: Language): CoverFact[] {
  const rows = run.issues
    .filter(({ code }) => code === 'restated-bill' || code === 'restated-usage')
    .flatMap(({ params: { changed, added, gone } }) => [changed, added, gone])
    .reduce<number>((sum, count) => sum + Number(count), 0);
  if (rows === 0) return [];
  return [
    {
      label: sentence(language, 'report:cover/restated'),
      text: sentence(language, 'report:cover/restatedRows', { count: rows }),
    },
  ];
}

/** The days of the run, the last one included. */
export function periodText({ run: { period } }: ReportSource, language: Language): string {
  return period
    ? `${period.from} – ${addDays(period.to, -1)}`
    : sentence(language, 'report:summary/everything');
}

/** A moment of the world's clock, to the second. */
export function momentText(moment: string): string {
  return `${moment.slice(0, 19).replace('T', ' ')} UTC`;
}
