import type { Run } from '../../../shared/contract/audits';
import { Amount, Difference } from '../../components/Amount';
import { decimalParts, formatCount } from '../../format/decimal-text';
import { percentText } from '../../format/share-text';
import { useWords } from '../../i18n/use-words';

const EVEN = ['matched', 'within-tolerance'] as const;

/** Billed, expected, difference, and how much of it has a cause. */
export function Headline({ run }: { readonly run: Run }) {
  const { t, term } = useWords();
  const { totals, counts } = run;
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const even = EVEN.reduce((sum, status) => sum + counts[status], 0);
  const differs = decimalParts(totals.difference, 2)?.zero === false;
  const share = differs ? percentText(totals.explained, totals.difference) : null;
  return (
    <dl className="headline">
      <div>
        <dt>{term('headline', 'billed')}</dt>
        <dd data-testid="headline-billed">
          <Amount value={totals.billed} />
        </dd>
        <dd className="headline-note">{t('headline/billed')}</dd>
      </div>
      <div>
        <dt>{term('headline', 'expected')}</dt>
        <dd data-testid="headline-expected">
          <Amount value={totals.expected} />
        </dd>
        <dd className="headline-note">{t('headline/expected')}</dd>
      </div>
      <div>
        <dt>{term('headline', 'difference')}</dt>
        <dd data-testid="headline-difference">
          <Difference value={totals.difference} />
        </dd>
        <dd className="headline-note">
          {t('headline/compared', {
            count: all - even,
            differing: formatCount(all - even),
            all: formatCount(all),
          })}
        </dd>
      </div>
      <div>
        <dt>{term('headline', 'unexplained')}</dt>
        <dd data-testid="headline-unexplained">
          <Amount value={totals.unexplained} />
        </dd>
        <dd className="headline-note">
          {share === null
            ? t(differs ? 'headline/partly' : 'headline/nothing')
            : t('headline/explained', { share })}
        </dd>
      </div>
    </dl>
  );
}
