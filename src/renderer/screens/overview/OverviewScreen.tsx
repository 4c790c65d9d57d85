import { Afterwards } from '../../components/Afterwards';
import { Loading } from '../../components/Placeholder';
import { Notice } from '../../components/Notice';
import { formatPeriod } from '../../format/day-text';
import { useWords } from '../../i18n/use-words';
import { useRunningJobs } from '../../client/use-jobs';
import { useMonth } from '../../state/month';
import { CoverageSection } from '../day-coverage/CoverageSection';
import { MonthTrend } from '../month-trend/MonthTrend';
import { NoMonth } from '../NoMonth';
import { MonthBurnDown } from '../packages/MonthBurnDown';
import { AgainstMonth } from './AgainstMonth';
import { AssumedAccount } from './AssumedAccount';
import { Bridge } from './Bridge';
import { Contradictions } from './Contradictions';
import { Credits } from './Credits';
import { DecisionSummary } from './DecisionSummary';
import { Findings } from './Findings';
import { Headline } from './Headline';
import { LargestDifferences } from './LargestDifferences';
import { Remarks } from './Remarks';
import { OneSided } from './OneSided';
import { OtherLines } from './OtherLines';
import { SignOff } from './SignOff';
import '../../decisions/Decisions.css';
import './Overview.css';

/** One month: is the bill right, and where not. */
export function OverviewScreen() {
  const { t, error, language } = useWords();
  const { month, audit, pending } = useMonth();
  const jobs = useRunningJobs();

  if (!month) {
    if (pending || jobs.length > 0) return <Loading label={t('loading')} />;
    return <NoMonth screen="overview" />;
  }
  if (audit.state === 'failed') {
    return (
      <Notice tone="error" action={{ label: t('audit/again'), run: audit.retry }}>
        {error(audit.error)}
      </Notice>
    );
  }
  const run = audit.state === 'loading' ? null : audit.run;
  if (!run) return <Loading label={t('audit/running')} lines={10} />;
  return (
    <>
      <div className="screen-title">
        <h1>{run.period ? formatPeriod(run.period, language) : t('overview/allTime')}</h1>
        <span className="muted">{t('overview/currency', { currency: run.currency })}</span>
        {audit.state === 'auditing' && <span className="muted">{t('audit/running')}</span>}
      </div>
      <AssumedAccount />
      {run.period && <OneSided period={run.period} />}
      <Headline run={run} />
      <Bridge run={run} />
      <Afterwards>
        <div className="overview-days">
          {run.period && <CoverageSection period={run.period} />}
          <MonthBurnDown run={run} />
        </div>
        <div className="overview-findings">
          <Findings run={run} />
          <div>
            <LargestDifferences runId={run.id} />
            <Contradictions run={run} />
          </div>
        </div>
        <Afterwards>
          <div className="overview-columns">
            <DecisionSummary run={run} />
            <SignOff run={run} />
          </div>
          <Credits run={run} />
          <MonthTrend run={run} />
          <AgainstMonth run={run} />
          <div className="overview-columns">
            <OtherLines run={run} />
            <Remarks run={run} />
          </div>
        </Afterwards>
      </Afterwards>
    </>
  );
}
