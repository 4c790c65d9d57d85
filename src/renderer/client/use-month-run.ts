import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Output } from '../../shared/contract/contract';
import type { EngineError } from '../../shared/contract/error';
import { ask, errorOf, invalidateAreas, useEngineQuery } from './engine-query';
import { useJobStore } from './use-jobs';

export type Period = Output<'audits.months'>[number]['period'];

export type MonthRun =
  | { readonly state: 'loading' }
  | { readonly state: 'auditing'; readonly run: Output<'audits.latest'> }
  | { readonly state: 'failed'; readonly error: EngineError; readonly retry: () => void }
  | { readonly state: 'ready'; readonly run: NonNullable<Output<'audits.latest'>> };

interface Failure {
  readonly month: string;
  /** Milliseconds, to be compared with the query's own time stamp. */
  readonly at: number;
  readonly error: EngineError;
}

/**
 * The newest run of a month, started by itself where there is none or where imports, account or prices
 * have changed since. An audit that failed is not repeated until something changes or the user asks.
 */
export function useMonthRun(period: Period | null): MonthRun {
  const jobs = useJobStore();
  const client = useQueryClient();
  const latest = useEngineQuery('audits.latest', { period }, { enabled: period !== null });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [attempt, setAttempt] = useState(0);
  const busy = useRef(false);

  const stale = latest.isSuccess && (latest.data === null || !latest.data.current);
  const answeredAt = latest.dataUpdatedAt;
  const failed =
    failure !== null && failure.month === period?.from && failure.at >= answeredAt
      ? failure.error
      : null;

  useEffect(() => {
    if (period === null || !stale || busy.current || failed) return;
    busy.current = true;
    const audit = async () => {
      const { jobId } = await ask('audits.start', { period });
      const end = await jobs.endOf(jobId);
      if (end.state === 'failed') return end.error;
      return end.state === 'cancelled' ? ({ code: 'cancelled', params: {} } as const) : null;
    };
    void audit()
      .catch(errorOf)
      .then(async (error) => {
        busy.current = false;
        if (error) setFailure({ month: period.from, at: Date.now(), error });
        else await invalidateAreas(client, ['audits']);
      });
  }, [period, stale, failed, jobs, client, attempt, answeredAt]);

  if (period === null || latest.isPending) return { state: 'loading' };
  if (latest.isError) {
    return { state: 'failed', error: errorOf(latest.error), retry: () => void latest.refetch() };
  }
  if (failed) {
    const retry = () => {
      setFailure(null);
      setAttempt((count) => count + 1);
    };
    return { state: 'failed', error: failed, retry };
  }
  if (latest.data === null || !latest.data.current) return { state: 'auditing', run: latest.data };
  return { state: 'ready', run: latest.data };
}
