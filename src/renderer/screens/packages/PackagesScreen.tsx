import { useState } from 'react';
import type { Run } from '../../../shared/contract/audits';
import { errorOf, useEngineQuery } from '../../client/engine-query';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { Empty, Loading } from '../../components/Placeholder';
import { useWords } from '../../i18n/use-words';
import { useMonth } from '../../state/month';
import { useNavigation } from '../../state/navigation';
import { NoMonth } from '../NoMonth';
import { DeductionLedger } from './DeductionLedger';
import { SourceLedger } from './SourceLedger';
import { SourceTable } from './SourceTable';
import './Packages.css';

/** Trial and packages of the month: what they held, what was drawn, and each draw. */
export function PackagesScreen() {
  const { t, error } = useWords();
  const { month, audit, pending } = useMonth();
  if (audit.state === 'failed') {
    return (
      <Notice tone="error" action={{ label: t('audit/again'), run: audit.retry }}>
        {error(audit.error)}
      </Notice>
    );
  }
  const run = audit.state === 'loading' ? null : audit.run;
  if (run) return <PackagesOfRun key={run.id} run={run} />;
  if (month || pending) return <Loading label={t('audit/running')} lines={10} />;
  return <NoMonth screen="packages" />;
}

function PackagesOfRun({ run }: { readonly run: Run }) {
  const { t, error } = useWords();
  const { go } = useNavigation();
  const query = useEngineQuery('packages.list', { runId: run.id });
  const [chosen, choose] = useState<string | null>(null);
  if (query.isPending) return <Loading label={t('loading')} lines={10} />;
  if (query.isError) return <Notice tone="error">{error(errorOf(query.error))}</Notice>;
  const sources = query.data;
  const source =
    sources.find((one) => one.source === chosen) ??
    sources.find(({ kind }) => kind === 'package') ??
    sources[0];
  if (!source)
    return (
      <>
        <h1>{t('screens/packages')}</h1>
        <Empty
          title={t('packages/noneTitle')}
          action={<Button onClick={() => go({ screen: 'settings' })}>{t('packages/state')}</Button>}
        >
          {t('packages/none')}
        </Empty>
      </>
    );
  return (
    <>
      <div className="screen-title">
        <h1>{t('screens/packages')}</h1>
        <span className="muted">{t('packages/order')}</span>
      </div>
      <SourceTable sources={sources} period={run.period} chosen={source.source} onChoose={choose} />
      <SourceLedger key={source.source} run={run} source={source} sources={sources} />
      {source.kind === 'package' && (
        <DeductionLedger
          key={`${source.source}/deductions`}
          runId={run.id}
          source={source.source}
        />
      )}
    </>
  );
}
