import { useEffect, useState } from 'react';
import { batchForecastSchema, type BatchForecast } from '../../shared/contract/import-changes';
import type { ImportOverride } from '../../shared/contract/imports';
import { ask } from './engine-query';
import { useJobStore } from './use-jobs';

export type ForecastState =
  | { readonly state: 'working' }
  | { readonly state: 'ready'; readonly batch: BatchForecast }
  /** It could not be told: the import itself says why. */
  | { readonly state: 'untold' };

interface Told {
  readonly key: string;
  readonly files: string;
  readonly forecast: ForecastState;
}

/**
 * What importing these files would change together, worked out while they are looked at. `stop` ends the work, so that
 * an import does not wait for it; leaving does the same. `restates`: some of it says something else than what is there, by the
 * last that was told of these files, whether the newer is to count or not.
 */
export function useForecast(
  paths: readonly string[],
  override: ImportOverride,
  replace: boolean,
): {
  readonly forecast: ForecastState;
  readonly restates: boolean;
  readonly stop: () => void;
} {
  const jobs = useJobStore();
  const files = JSON.stringify([paths, override]);
  const key = JSON.stringify([paths, override, replace]);
  const [told, setTold] = useState<Told | null>(null);
  const [running, setRunning] = useState<string | null>(null);
  useEffect(() => {
    const [chosen, said, newer] = JSON.parse(key) as [string[], ImportOverride, boolean];
    if (chosen.length === 0) return undefined;
    let left = false;
    let started: string | null = null;
    const work = async (): Promise<ForecastState> => {
      const { jobId } = await ask('imports.forecast', {
        paths: chosen,
        override: said,
        replace: newer,
      });
      started = jobId;
      if (left) jobs.cancel(jobId);
      else setRunning(jobId);
      const end = await jobs.endOf(jobId);
      if (end.state !== 'finished') return { state: 'untold' };
      return { state: 'ready', batch: batchForecastSchema.parse(end.result) };
    };
    void work()
      .catch((): ForecastState => ({ state: 'untold' }))
      .then((forecast) => {
        if (left) return;
        setTold({ key, files: JSON.stringify([chosen, said]), forecast });
        setRunning(null);
      });
    return () => {
      left = true;
      if (started !== null) jobs.cancel(started);
    };
  }, [key, jobs]);
  return {
    forecast: told?.key === key ? told.forecast : { state: 'working' },
    restates:
      told?.files === files &&
      told.forecast.state === 'ready' &&
      told.forecast.batch.files.some((file) => file.restates.length > 0),
    stop: () => {
      if (running !== null) jobs.cancel(running);
    },
  };
}
