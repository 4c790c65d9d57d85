import type { DifferenceLimits } from '../../../shared/account/account';
import type { JudgedComparison } from '../../../shared/contract/audits';
import { isWithinLimit, limitOf } from '../../../shared/decisions/limit';
import { decimal, toText } from '../../../shared/money/decimal';
import { sentence } from '../../engine/locale/sentence';
import type { Terminal } from '../session/terminal';

/** What a person said about a row, as far as there is anything: decision, limit, suggested match. */
export function judgementTexts(
  row: JudgedComparison,
  { language }: Terminal,
  limits: DifferenceLimits | undefined,
): string[] {
  const own = (key: string, params = {}) => sentence(language, `decisions:${key}`, params);
  const { decision, matchReasons, matchConfirmed } = row;
  const limit = limitText(row, limits);
  return [
    ...(limit === null ? [] : [own('panel/within', { amount: limit })]),
    ...(matchReasons.length === 0
      ? []
      : [own(matchConfirmed ? 'match/confirmed' : 'match/suggested')]),
    ...(decision ? [own(`verdicts/${decision.verdict}`)] : []),
    ...(decision && !decision.stands ? [own('stale')] : []),
  ];
}

/** The limit that the difference keeps; null where it keeps none. The terminal's own go before the account's. */
function limitText(row: JudgedComparison, limits: DifferenceLimits | undefined): string | null {
  if (!limits) return row.withinLimit ? row.limit : null;
  const [difference, expected] = [decimal(row.difference), decimal(row.expectedAmount)];
  const limit = limitOf(expected, limits);
  return limit && isWithinLimit(difference, expected, limits) ? toText(limit) : null;
}
