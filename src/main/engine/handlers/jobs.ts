import type { Handlers } from '../../../shared/contract/contract';
import type { EngineContext } from '../engine-context';

export function jobHandlers({ jobs }: EngineContext): Pick<Handlers, 'jobs.list' | 'jobs.cancel'> {
  return {
    'jobs.list': () => jobs.list(),
    'jobs.cancel': ({ jobId }) => {
      jobs.cancel(jobId);
      return {};
    },
  };
}
