import type { UsageRow } from '../../../shared/contract/usage';
import { errorOf, useEngineQuery } from '../../client/engine-query';
import { useMonthRun, type Period } from '../../client/use-month-run';
import { Notice } from '../../components/Notice';
import { Loading } from '../../components/Placeholder';
import { Section } from '../../components/Section';
import { formatStretch } from '../../format/day-text';
import { useWords } from '../../i18n/use-words';
import { TraceSteps } from '../../evidence/TraceSteps';

type Use = Pick<UsageRow, 'day' | 'sdkAppId' | 'item'>;

/** What the use should cost, step by step: there without a bill, too. */
export function ChargeOfUse({ use, month }: { readonly use: Use; readonly month: Period }) {
  const { t, error } = useWords();
  const audit = useMonthRun(month);
  if (audit.state === 'failed') return <Notice tone="error">{error(audit.error)}</Notice>;
  if (audit.state !== 'ready') return <Loading label={t('loading')} lines={5} />;
  return <ChargeOfRun use={use} runId={audit.run.id} />;
}

function ChargeOfRun({ use, runId }: { readonly use: Use; readonly runId: number }) {
  const { t, error } = useWords();
  const { day, sdkAppId, item } = use;
  const query = useEngineQuery('charges.explain', { runId, day, sdkAppId, item });
  if (query.isPending) return <Loading label={t('loading')} lines={5} />;
  if (query.isError) return <Notice tone="error">{error(errorOf(query.error))}</Notice>;
  const explained = query.data;
  return (
    <Section
      title={t('usage:charge')}
      aside={
        explained ? formatStretch(explained.charge.periodStart, explained.charge.periodEnd) : ''
      }
    >
      {explained ? (
        <div data-testid="charge-of-use">
          <TraceSteps steps={explained.steps} />
        </div>
      ) : (
        <p className="muted">{t('usage:noCharge')}</p>
      )}
    </Section>
  );
}
