import { useMemo, useState } from 'react';
import type { Run } from '../../../shared/contract/audits';
import type { DrawnDay, MinuteSourceRow } from '../../../shared/contract/packages';
import type { DrawnChart } from '../../charts/Chart';
import { BurnDown } from '../../charts/BurnDown';
import { errorOf, useEngineQuery } from '../../client/engine-query';
import { Notice } from '../../components/Notice';
import { Loading } from '../../components/Placeholder';
import { Section } from '../../components/Section';
import { useWords } from '../../i18n/use-words';
import { SavePicture } from '../../pictures/SavePicture';
import { useSettings } from '../../state/settings';
import { BalanceDays } from './BalanceDays';
import { burnDownDays, heldBefore } from './burn-down-days';
import { DayLedger } from './DayLedger';
import { sourceMarks } from './month-lanes';

/** One source: its way down as a picture and as days, and the draws of the day that was chosen. */
export function SourceLedger({
  run,
  source,
  sources,
}: {
  readonly run: Run;
  readonly source: MinuteSourceRow;
  /** All of the run: one of them may have come after this one. */
  readonly sources: readonly MinuteSourceRow[];
}) {
  const words = useWords();
  const { t, error } = words;
  const { appearance } = useSettings();
  const [drawn, setDrawn] = useState<DrawnChart | null>(null);
  const query = useEngineQuery('packages.days', { runId: run.id, source: source.source });
  const [chosen, choose] = useState<DrawnDay['day'] | null>(null);
  const days = query.data;
  const balances = useMemo(
    () => (days && run.period ? burnDownDays(source, days, run.period) : []),
    [source, days, run.period],
  );
  const marks = useMemo(
    () =>
      sourceMarks(
        source,
        sources,
        balances.map(({ day }) => day),
        words,
      ),
    [source, sources, balances, words],
  );
  if (query.isPending) return <Loading label={t('loading')} />;
  if (query.isError) return <Notice tone="error">{error(errorOf(query.error))}</Notice>;
  const at = query.data.findIndex(({ day }) => day === chosen);
  const index = at < 0 ? 0 : at;
  const day = query.data[index];
  if (!day) return <p className="muted">{t('packages/notDrawn')}</p>;
  const step = (by: number) => choose(query.data[index + by]?.day ?? day.day);
  return (
    <>
      <Section
        title={t('packages/balance')}
        aside={
          <span className="save-picture">
            <span>{t('packages/endOfDay')}</span>
            <SavePicture chart={drawn} name={`${t('packages/balance')} ${source.through}`} />
          </span>
        }
      >
        <div className="balance">
          <BurnDown
            days={balances}
            before={heldBefore(balances, query.data)}
            marks={marks}
            label={t('packages/chart')}
            appearance={appearance}
            onDrawn={setDrawn}
          />
          <div className="balance-days">
            <BalanceDays days={query.data} shown={day.day} onShow={choose} />
          </div>
        </div>
      </Section>
      <DayLedger
        runId={run.id}
        source={source.source}
        day={day}
        before={index > 0 ? () => step(-1) : null}
        after={index < query.data.length - 1 ? () => step(1) : null}
      />
    </>
  );
}
