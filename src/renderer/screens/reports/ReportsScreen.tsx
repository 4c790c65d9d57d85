import { useState } from 'react';
import { Notice } from '../../components/Notice';
import { Empty, Loading } from '../../components/Placeholder';
import { useWords } from '../../i18n/use-words';
import { useMonth } from '../../state/month';
import { DisputeForm } from './DisputeForm';
import { MadeReports } from './MadeReports';
import { VerifyReport } from './VerifyReport';
import { WriteForm } from './WriteForm';
import './Reports.css';

/** What is kept and what is sent: reports of the month, the dispute package, what was written, the check. */
export function ReportsScreen() {
  const { t, error } = useWords();
  const { month, audit, pending } = useMonth();
  const [checked, check] = useState<string | null>(null);
  const run = audit.state === 'ready' ? audit.run : null;
  return (
    <>
      <div className="screen-title">
        <h1>{t('screens/reports')}</h1>
        <span className="muted">{t('reports:lead')}</span>
      </div>
      {audit.state === 'failed' && (
        <Notice tone="error" action={{ label: t('audit/again'), run: audit.retry }}>
          {error(audit.error)}
        </Notice>
      )}
      {run && (
        <div className="report-forms">
          <WriteForm run={run} />
          <DisputeForm run={run} />
        </div>
      )}
      {!run && audit.state !== 'failed' && (month || pending) && (
        <Loading label={t('audit/running')} lines={8} />
      )}
      {!run && !month && !pending && (
        <Empty title={t('reports:empty/title')}>{t('reports:empty/text')}</Empty>
      )}
      <VerifyReport path={checked} onChoose={check} />
      <MadeReports onVerify={check} />
    </>
  );
}
