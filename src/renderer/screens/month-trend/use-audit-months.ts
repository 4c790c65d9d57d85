import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ask, errorOf, invalidateAreas } from '../../client/engine-query';
import { useJobStore } from '../../client/use-jobs';
import type { Period } from '../../client/use-month-run';
import { useNotices } from '../../state/notices';

interface Progress {
  readonly done: number;
  readonly all: number;
}

/** Audits months one after the other; ends where one fails or is cancelled, or when the screen is left. */
export function useAuditMonths(): {
  readonly progress: Progress | null;
  readonly audit: (periods: readonly Period[]) => void;
} {
  const jobs = useJobStore();
  const client = useQueryClient();
  const { show } = useNotices();
  const [progress, setProgress] = useState<Progress | null>(null);
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);
  const auditAll = async (periods: readonly Period[]) => {
    for (const [done, period] of periods.entries()) {
      if (left.current) return;
      setProgress({ done, all: periods.length });
      const { jobId } = await ask('audits.start', { period });
      const end = await jobs.endOf(jobId);
      if (end.state === 'failed') show({ tone: 'error', text: ({ error }) => error(end.error) });
      await invalidateAreas(client, ['audits']);
      if (end.state !== 'finished') return;
    }
  };
  const audit = (periods: readonly Period[]) => {
    auditAll(periods)
      .catch((thrown: unknown) =>
        show({ tone: 'error', text: ({ error }) => error(errorOf(thrown)) }),
      )
      .finally(() => setProgress(null));
  };
  return { progress, audit };
}
