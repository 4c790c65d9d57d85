import { useCallback, useMemo, useState } from 'react';
import type { Run } from '../../../shared/contract/audits';
import type { Output } from '../../../shared/contract/contract';
import { Chart, type DrawnChart } from '../../charts/Chart';
import type { ChartColours } from '../../charts/chart-colours';
import { lanesHeight, lanesOption } from '../../charts/lanes-option';
import { errorOf, useEngineQuery } from '../../client/engine-query';
import { Choice } from '../../components/Choice';
import { Notice } from '../../components/Notice';
import { Loading } from '../../components/Placeholder';
import { Section } from '../../components/Section';
import { daysOf } from '../../format/day-text';
import { formatCount, formatQuantity } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { SavePicture } from '../../pictures/SavePicture';
import { useSettings } from '../../state/settings';
import { BurnDownTwin } from './BurnDownTwin';
import { LANES, monthLanes } from './month-lanes';
import { SourceOutcomes } from './SourceOutcomes';
import './Packages.css';

const KINDS = ['picture', 'table'] as const;

type Period = NonNullable<Run['period']>;

/** How trial and packages ran down in the month, and when pay-as-you-go took over. Nothing where there are none. */
export function MonthBurnDown({ run }: { readonly run: Run }) {
  const { t, error } = useWords();
  const query = useEngineQuery('packages.burnDown', { runId: run.id });
  if (query.isSuccess && query.data.sources.length === 0) return null;
  if (query.isSuccess && run.period)
    return <BurnDownOfMonth burnDown={query.data} period={run.period} />;
  return (
    <Section title={t('burn-down:title')}>
      {query.isPending && <Loading label={t('loading')} lines={6} />}
      {query.isError && (
        <Notice tone="error" action={{ label: t('audit/again'), run: () => void query.refetch() }}>
          {error(errorOf(query.error))}
        </Notice>
      )}
    </Section>
  );
}

function BurnDownOfMonth({
  burnDown,
  period,
}: {
  readonly burnDown: Output<'packages.burnDown'>;
  readonly period: Period;
}) {
  const words = useWords();
  const { t } = words;
  const { appearance } = useSettings();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('picture');
  const [chart, setChart] = useState<DrawnChart | null>(null);
  const days = useMemo(() => daysOf(period), [period]);
  const { lanes, use } = useMemo(
    () => monthLanes(burnDown, days, period, words),
    [burnDown, days, period, words],
  );
  const option = useCallback(
    (colours: ChartColours, width: number) =>
      lanesOption(days, lanes, use, colours, width, formatQuantity),
    [days, lanes, use],
  );
  const drawn = burnDown.sources.filter((source) => source.days.length > 0);
  return (
    <Section
      title={t('burn-down:title')}
      aside={
        drawn.length > 0 && (
          <span className="save-picture">
            {drawn.length > LANES && kind === 'picture' && (
              <span>
                {t('burn-down:shown', {
                  shown: formatCount(LANES),
                  all: formatCount(drawn.length),
                })}
              </span>
            )}
            <span>{t('usage:unit')}</span>
            <Choice
              label={t('burn-down:kind')}
              testId="burn-down-kind"
              value={kind}
              options={KINDS.map((value) => ({ value, label: t(`burn-down:kinds/${value}`) }))}
              onChange={setKind}
            />
            {kind === 'picture' && (
              <SavePicture
                chart={chart}
                name={t('burn-down:fileName', { month: period.from.slice(0, 7) })}
              />
            )}
          </span>
        )
      }
    >
      <div className="month-burn-down" data-testid="month-burn-down">
        {drawn.length === 0 ? (
          <p className="muted">{t('burn-down:none')}</p>
        ) : kind === 'picture' ? (
          <Chart
            option={option}
            label={t('burn-down:chart')}
            height={lanesHeight(lanes.length)}
            appearance={appearance}
            onDrawn={setChart}
          />
        ) : (
          <BurnDownTwin burnDown={burnDown} days={days} period={period} />
        )}
        <SourceOutcomes sources={burnDown.sources} period={period} />
      </div>
    </Section>
  );
}
