import type { Language } from '../../../shared/contract/fields';
import { driftOf, type Drift } from '../../../shared/decisions/seal';
import { signedAccount } from '../decisions/sign-off-lock';
import { amountText } from '../locale/number-text';
import { sentence } from '../locale/sentence';
import type { ReportSource } from './report-source';

/**
 * How the period stands by its signatures, and whether this report shows what the newest of them signed: sentences to
 * be put below each other. Only what the report itself shows is compared; files and decisions may change after it was
 * written, and it is verified all the same.
 */
export function signedState(source: ReportSource, language: Language): string[] {
  const last = source.signOff.at(-1);
  if (!last) return [sentence(language, 'report:empty/sign-off')];
  if (last.act === 'reopened') return [sentence(language, 'decisions:sign/states/open')];
  const { run, account } = source;
  const { billed, expected, difference, unexplained } = run.totals;
  const drift = driftOf(last.lock, {
    ...last.lock,
    ...signedAccount(account),
    engine: run.engine,
    priceBook: run.priceBook,
    totals: { billed, expected, difference, unexplained },
  });
  const changes = drift.map((one) => driftText(one, language)).join('; ');
  return [
    sentence(language, `decisions:sign/states/${last.act}`),
    drift.length === 0
      ? sentence(language, 'report:signed/holds')
      : sentence(language, 'report:signed/moved', { changes }),
    sentence(language, 'report:signed/elsewhere'),
  ];
}

const IN_MONEY: ReadonlySet<Drift['what']> = new Set([
  'billed',
  'expected',
  'difference',
  'unexplained',
]);

function driftText({ what, was, is }: Drift, language: Language): string {
  const written = (text: string) => (IN_MONEY.has(what) ? amountText(text) : text);
  return sentence(language, `decisions:sign/drift/${what}`, { was: written(was), is: written(is) });
}
