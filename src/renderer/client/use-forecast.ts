import { useEffect, useState } from 'react';
import { z } from 'zod';
import { forecastSchema, type Forecast } from '../../shared/contract/import-changes';
import type { ImportOverride } from '../../shared/contract/imports';
import { ask } from './engine-query';
import { useJobStore } from './use-jobs';

export type ForecastState =
  | { readonly state: 'working' }
  | { readonly state: 'ready'; readonly forecasts: readonly Forecast[] }
  /** It could not be told: the import itself says why. */
  | { readonly state: 'untold' };

/**
 * What importing these files would change, worked out while they are looked at. `stop` ends the work, so that
 * an import does not wait for it; leaving does the same.
 */
export function useForecast(
  paths: readonly string[],
  override: ImportOverride,
): { readonly forecast: ForecastState; readonly stop: () => void } {
  const jobs = useJobStore();
  const key = JSON.stringify([paths, override]);
  const [told, setTold] = useState<{ key: string; forecast: ForecastState } | null>(null);
  const [running, setRunning] = useState<string | null>(null);
  useEffect(() => {
    const [files, said] = JSON.parse(key) as [string[], ImportOverride];
    if (files.length === 0) return undefined;
    let left = false;
    let started: string | null = null;
    const cancel = (jobId: string) => void ask('jobs.cancel', { jobId }).catch(() => undefined);
    const work = async (): Promise<ForecastState> => {
      const { jobId } = await ask('imports.forecast', { paths: files, override: said });
      started = jobId;
      if (left) cancel(jobId);
      else setRunning(jobId);
      const end = await jobs.endOf(jobId);
      if (end.state !== 'finished') return { state: 'untold' };
      return { state: 'ready', forecasts: z.array(forecastSchema).parse(end.result) };
    };
    void work()
      .catch((): ForecastState => ({ state: 'untold' }))
      .then((forecast) => {
        if (left) return;
        setTold({ key, forecast });
        setRunning(null);
      });
    return () => {
      left = true;
      if (started !== null) cancel(started);
    };
  }, [key, jobs]);
  return {
    forecast: told?.key === key ? told.forecast : { state: 'working' },
    stop: () => {
      if (running !== null) void ask('jobs.cancel', { jobId: running }).catch(() => undefined);
    },
  };
}
