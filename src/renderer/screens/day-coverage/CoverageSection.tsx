import type { Output } from '../../../shared/contract/contract';
import type { CoveragePage } from '../../../shared/contract/coverage';
import { engineQuery } from '../../client/engine-query';
import { useGridPages } from '../../client/use-grid-pages';
import { useRowsInView } from '../../client/use-rows-in-view';
import { Notice } from '../../components/Notice';
import { Loading } from '../../components/Placeholder';
import { Section } from '../../components/Section';
import { formatPeriod } from '../../format/day-text';
import { formatCount } from '../../format/decimal-text';
import { inARow } from '../../i18n/in-a-row';
import { useWords } from '../../i18n/use-words';
import { CoverageCalendar } from './CoverageCalendar';

type Period = Output<'audits.months'>[number]['period'];
type Row = CoveragePage['rows'][number];

/** Which days of the month on show are there, and what the gaps may cost. */
export function CoverageSection({ period }: { readonly period: Period }) {
  const { t, sentence, error, language } = useWords();
  const pages = useGridPages<Row, CoveragePage>(
    (page) => engineQuery('coverage.page', { period, order: 'gaps', ...page }),
    // The days of another month are no answer about this one.
    { stays: () => false },
  );
  const rows = useRowsInView(pages.paged);
  const failed = pages.error ?? rows.error;
  const found = pages.head;
  const whole = found && found.missing + found.double + found.notFinal === 0;
  const sums = found && {
    missing: formatCount(found.missing),
    double: formatCount(found.double),
    notFinal: formatCount(found.notFinal),
  };
  return (
    <Section
      title={`${t('coverage:title')} · ${formatPeriod(period, language)}`}
      aside={
        sums && (
          <span data-testid="coverage-sum">
            {inARow(t, [
              whole ? t('coverage:complete') : t('coverage:total', sums),
              ...(found.missing > 0 && found.atRisk !== null
                ? [
                    sentence('coverage', 'totalRisk', {
                      amount: found.atRisk,
                      currency: found.currency,
                    }),
                  ]
                : []),
            ])}
          </span>
        )
      }
    >
      {pages.loading && <Loading label={t('loading')} />}
      {failed && <Notice tone="error">{error(failed)}</Notice>}
      {found?.total === 0 && <p className="muted overview-none">{t('coverage:empty')}</p>}
      {found && found.total > 0 && (
        <CoverageCalendar coverage={found} rowAt={rows.rowAt} onRange={rows.setRange} />
      )}
    </Section>
  );
}
