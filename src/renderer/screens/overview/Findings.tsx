import type { Run } from '../../../shared/contract/audits';
import { errorOf, useEngineQuery } from '../../client/engine-query';
import { Notice } from '../../components/Notice';
import { Loading } from '../../components/Placeholder';
import { Section } from '../../components/Section';
import { useWords } from '../../i18n/use-words';
import { FindingsTable } from './FindingsTable';
import { Inferences } from './Inferences';

/** What is wrong with the bill as a whole: one mistake is one finding, on however many lines. */
export function Findings({ run }: { readonly run: Run }) {
  const { t, error } = useWords();
  const query = useEngineQuery('audits.findings', { runId: run.id });
  const findings = query.data ?? [];
  return (
    <Section title={t('decisions:findings/title')} aside={t('decisions:findings/lead')}>
      {query.isPending && <Loading label={t('loading')} lines={3} />}
      {query.isError && <Notice tone="error">{error(errorOf(query.error))}</Notice>}
      {query.isSuccess && findings.length === 0 && (
        <p className="muted overview-none">{t('decisions:findings/none')}</p>
      )}
      {findings.length > 0 && (
        <>
          <FindingsTable findings={findings} difference={run.totals.difference} />
          <Inferences key={run.id} period={run.period} />
        </>
      )}
    </Section>
  );
}
