import { Button, Progress } from 'antd';
import { useState } from 'react';
import { adviceResultSchema, type AdviceResult } from '../../../shared/contract/estimates';
import { ask, errorOf } from '../../client/engine-query';
import type { JobEnd } from '../../client/job-store';
import { useJobStore, useRunningJobs } from '../../client/use-jobs';
import { Choice } from '../../components/Choice';
import { Notice } from '../../components/Notice';
import { dayBefore } from '../../format/day-text';
import { formatCount } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { Advice } from './Advice';

const LENGTHS = ['1', '3', '6', '12'] as const;

type State =
  | { readonly state: 'idle' }
  | { readonly state: 'searching'; readonly jobId: string | null }
  | { readonly state: 'ended'; readonly end: JobEnd };

/** Which packages would have cost least for the use that really was; a search that is watched and can be ended. */
export function Advisor({ months }: { readonly months: number }) {
  const words = useWords();
  const { t } = words;
  const jobs = useJobStore();
  const [last, setLast] = useState<(typeof LENGTHS)[number]>('1');
  const [state, setState] = useState<State>({ state: 'idle' });
  const jobId = state.state === 'searching' ? state.jobId : null;
  const job = useRunningJobs().find((running) => running.jobId === jobId);
  const search = async () => {
    setState({ state: 'searching', jobId: null });
    const started = await ask('estimate.advise', { months: { last: Number(last) }, on: null });
    setState({ state: 'searching', ...started });
    setState({ state: 'ended', end: await jobs.endOf(started.jobId) });
  };
  const begin = () => {
    search().catch((thrown: unknown) =>
      setState({ state: 'ended', end: { state: 'failed', error: errorOf(thrown) } }),
    );
  };
  return (
    <div className="advisor">
      <p className="muted">{t('planner:advisorLead')}</p>
      <div className="advisor-ask">
        <Choice
          label={t('planner:months')}
          testId="advise-months"
          value={last}
          options={LENGTHS.filter((length) => Number(length) <= Math.max(1, months)).map(
            (value) => ({ value, label: t('planner:lastMonths', { count: Number(value) }) }),
          )}
          onChange={setLast}
        />
        <Button
          type="primary"
          data-testid="advise"
          disabled={state.state === 'searching'}
          onClick={begin}
        >
          {t('planner:advise')}
        </Button>
        {state.state === 'searching' && (
          <span className="statusline-job" role="status">
            {job?.total != null && job.total > 0 ? (
              <Progress
                size="small"
                style={{ width: 180 }}
                percent={Math.floor((100 * job.done) / job.total)}
                strokeColor="var(--accent)"
              />
            ) : (
              <span>{t('planner:tried', { tried: formatCount(job?.done ?? 0) })}</span>
            )}
            <Button
              size="small"
              disabled={jobId === null}
              onClick={() => {
                if (jobId !== null) jobs.cancel(jobId);
              }}
            >
              {t('job/cancel')}
            </Button>
          </span>
        )}
      </div>
      {state.state === 'ended' && <Found end={state.end} />}
    </div>
  );
}

function Found({ end }: { readonly end: JobEnd }) {
  const { t, error } = useWords();
  if (end.state === 'failed') return <Notice tone="error">{error(end.error)}</Notice>;
  if (end.state === 'cancelled') return <Notice tone="note">{t('planner:cancelled')}</Notice>;
  const result: AdviceResult = adviceResultSchema.parse(end.result);
  const { period } = result.advice;
  return (
    <div data-testid="advice">
      <p className="plan-note">
        {t('planner:advisedFor', {
          from: period.from,
          through: dayBefore(period.to),
          on: result.on,
        })}
      </p>
      <Advice advice={result.advice} />
    </div>
  );
}
