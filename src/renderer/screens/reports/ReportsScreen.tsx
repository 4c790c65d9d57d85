import { Button } from 'antd';
import { useState } from 'react';
import { Notice } from '../../components/Notice';
import { Empty, Loading } from '../../components/Placeholder';
import { useWords } from '../../i18n/use-words';
import { useMonth } from '../../state/month';
import { useNavigation } from '../../state/navigation';
import { useWorkspaceActions } from '../../state/use-workspace-actions';
import { DisputeForm } from './DisputeForm';
import { MadeReports } from './MadeReports';
import { VerifyReport } from './VerifyReport';
import { WriteForm } from './WriteForm';
import './Reports.css';

/** What is kept and what is sent: reports of the month, the dispute package, what was written, the check. */
export function ReportsScreen() {
  const { t, error } = useWords();
  const { chooseFiles } = useWorkspaceActions();
  const { month, audit, pending } = useMonth();
  const { place } = useNavigation();
  // Another number for each wish: the same report can be verified again.
  const [wish, setWish] = useState({ number: 0, paths: place.verify ?? [] });
  const verify = (paths: readonly string[]) =>
    setWish(({ number }) => ({ number: number + 1, paths }));
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
        <Empty
          title={t('reports:empty/title')}
          action={
            <Button type="primary" onClick={chooseFiles}>
              {t('imports/add')}
            </Button>
          }
        >
          {t('reports:empty/text')}
        </Empty>
      )}
      <VerifyReport key={wish.number} paths={wish.paths} onChoose={verify} />
      <MadeReports onVerify={(path) => verify([path])} />
    </>
  );
}
