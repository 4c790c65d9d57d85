import { Amount, Difference } from '../../components/Amount';
import { formatCount } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import type { SelectedComparisons } from './use-selected-comparisons';

/** What the chosen rows and all rows of the filter come to. */
export function DifferenceSums({
  selected: { count, sums },
  difference,
}: {
  readonly selected: SelectedComparisons;
  readonly difference: string;
}) {
  const { t, term } = useWords();
  return (
    <>
      {count > 1 ? (
        <span className="grid-screen-chosen" role="status" data-testid="selection">
          {t('selection/rows', { count, rows: formatCount(count) })}
          {sums && (
            <>
              {' · '}
              {term('headline', 'expected')} <Amount value={sums.expected} />
              {' · '}
              {term('headline', 'billed')} <Amount value={sums.billed} />
              {' · '}
              {term('headline', 'difference')} <Difference value={sums.difference} />
            </>
          )}
        </span>
      ) : (
        <span className="muted grid-screen-keys">{t('differences/keys')}</span>
      )}
      <span>
        {t('differences/sum')} <Difference value={difference} />
      </span>
    </>
  );
}
