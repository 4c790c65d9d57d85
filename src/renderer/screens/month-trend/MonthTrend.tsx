import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { Run } from '../../../shared/contract/audits';
import type { MonthUse } from '../../../shared/contract/months';
import type { DrawnChart } from '../../charts/Chart';
import { errorOf, useEngineQuery } from '../../client/engine-query';
import { Choice } from '../../components/Choice';
import { Notice } from '../../components/Notice';
import { Loading } from '../../components/Placeholder';
import { Section } from '../../components/Section';
import { formatCount } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { SavePicture } from '../../pictures/SavePicture';
import { useMonth } from '../../state/month';
import { monthName, monthState } from './trend-months';
import { TrendPicture } from './TrendPicture';
import { TrendTable } from './TrendTable';
import { useAuditMonths } from './use-audit-months';
import './MonthTrend.css';

const KINDS = ['amounts', 'use', 'table'] as const;
/** A year at once. */
const SHOWN = 12;
/** Always the same list, so that nothing is drawn anew for it. */
const NO_USE: readonly MonthUse[] = [];

/** Expected, billed and difference of each month beside those before it. Nothing while there is one month only. */
export function MonthTrend({ run }: { readonly run: Run }) {
  const { t, error } = useWords();
  const { months, choose } = useMonth();
  const chosen = run.period?.from ?? null;
  const place = months.findIndex(({ from }) => from === chosen);
  const [offset, setOffset] = useState(() => Math.floor(Math.max(0, place) / SHOWN) * SHOWN);
  const [kind, setKind] = useState<(typeof KINDS)[number]>('amounts');
  const [chart, setChart] = useState<DrawnChart | null>(null);
  const auditing = useAuditMonths();
  const periods = useMemo(
    () => months.slice(offset, offset + SHOWN).toReversed(),
    [months, offset],
  );
  const trend = useEngineQuery('months.trend', { periods }, { enabled: months.length > 1 });
  const runIds = useMemo(
    () => (trend.data ?? []).flatMap(({ run: one }) => one?.runId ?? []),
    [trend.data],
  );
  const use = useEngineQuery('months.use', { runIds }, { enabled: kind !== 'amounts' });
  if (months.length < 2) return null;
  const [first, last] = [periods[0], periods.at(-1)];
  const due = (trend.data ?? []).filter((month) => monthState(month) !== 'current');
  const failed = trend.error ?? (kind === 'amounts' ? null : use.error);
  const step = (label: string, next: number) => (
    <Button
      size="small"
      disabled={next < 0 || next >= months.length}
      onClick={() => setOffset(next)}
    >
      {label}
    </Button>
  );
  return (
    <Section
      title={t('trend:title')}
      aside={
        <span className="save-picture">
          {auditing.progress ? (
            <span role="status">
              {t('trend:auditing', {
                done: formatCount(auditing.progress.done),
                all: formatCount(auditing.progress.all),
              })}
            </span>
          ) : (
            due.length > 0 && (
              <Button
                size="small"
                data-testid="trend-audit"
                onClick={() => auditing.audit(due.map(({ period }) => period))}
              >
                {t('trend:audit', { count: due.length })}
              </Button>
            )
          )}
          {months.length > SHOWN && (
            <>
              {step(t('trend:earlier'), offset + SHOWN)}
              {step(t('trend:later'), offset - SHOWN)}
            </>
          )}
          <Choice
            label={t('trend:kind')}
            testId="trend-kind"
            value={kind}
            options={KINDS.map((value) => ({ value, label: t(`trend:kinds/${value}`) }))}
            onChange={(next) => {
              setChart(null);
              setKind(next);
            }}
          />
          {kind !== 'table' && (
            <SavePicture
              chart={chart}
              name={t('trend:fileName', {
                from: monthName(first?.from ?? ''),
                to: monthName(last?.from ?? ''),
              })}
            />
          )}
        </span>
      }
    >
      <div className="month-trend" data-testid="month-trend">
        {failed && (
          <Notice
            tone="error"
            action={{
              label: t('audit/again'),
              run: () => void (trend.isError ? trend : use).refetch(),
            }}
          >
            {error(errorOf(failed))}
          </Notice>
        )}
        {trend.isPending && <Loading label={t('loading')} lines={8} />}
        {trend.data &&
          (kind === 'table' ? (
            <TrendTable
              months={trend.data}
              use={use.data ?? NO_USE}
              currency={run.currency}
              chosen={chosen}
              onChoose={choose}
            />
          ) : (
            <TrendPicture
              kind={kind}
              months={trend.data}
              use={use.data ?? NO_USE}
              currency={run.currency}
              chosen={chosen}
              onDrawn={setChart}
            />
          ))}
      </div>
    </Section>
  );
}
