import type { Output } from '../../../shared/contract/contract';
import { errorOf, useEngineQuery } from '../../client/engine-query';
import { Notice } from '../../components/Notice';
import { Loading } from '../../components/Placeholder';
import { Section } from '../../components/Section';
import { formatPeriod } from '../../format/day-text';
import { formatCount } from '../../format/decimal-text';
import { inARow } from '../../i18n/in-a-row';
import { useWords } from '../../i18n/use-words';
import { CoverageCalendar } from './CoverageCalendar';

type Period = Output<'audits.months'>[number]['period'];

/** Which days of the month on show are there, and what the gaps may cost. */
export function CoverageSection({ period }: { readonly period: Period }) {
  const { t, sentence, error, language } = useWords();
  const coverage = useEngineQuery('imports.coverage', { period });
  const found = coverage.data;
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
      {coverage.isPending && <Loading label={t('loading')} />}
      {coverage.isError && <Notice tone="error">{error(errorOf(coverage.error))}</Notice>}
      {found?.rows.length === 0 && <p className="muted overview-none">{t('coverage:empty')}</p>}
      {found && found.rows.length > 0 && <CoverageCalendar coverage={found} />}
    </Section>
  );
}
