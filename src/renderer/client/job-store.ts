import type { EngineError } from '../../shared/contract/error';
import type { Job } from '../../shared/contract/jobs';
import type { Transport } from '../../shared/contract/transport';

/** How a job came to its end. */
export type JobEnd =
  | { readonly state: 'finished'; readonly result: unknown }
  | { readonly state: 'failed'; readonly error: EngineError }
  | { readonly state: 'cancelled' };

/** What the engine is working on, as it told; listens from the start so that no end is missed. */
export interface JobStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly running: () => readonly Job[];
  /** Settles when the job has ended, also when it ended before anyone asked. */
  readonly endOf: (jobId: string) => Promise<JobEnd>;
  /** Asks what was running before this page was loaded: a question that the first picture does not wait for. */
  readonly catchUp: () => void;
  /** The engine went away: whatever ran is over. */
  readonly loseAll: (error: EngineError) => void;
}

export function createJobStore(transport: Transport): JobStore {
  const listeners = new Set<() => void>();
  const jobs = new Map<string, Job>();
  const ends = new Map<string, JobEnd>();
  const waiting = new Map<string, ((end: JobEnd) => void)[]>();
  let running: readonly Job[] = [];

  const publish = () => {
    running = [...jobs.values()];
    for (const listener of listeners) listener();
  };
  const end = (jobId: string, how: JobEnd) => {
    jobs.delete(jobId);
    ends.set(jobId, how);
    for (const settle of waiting.get(jobId) ?? []) settle(how);
    waiting.delete(jobId);
    publish();
  };
  const progress = (job: Job) => {
    if (ends.has(job.jobId) || job.state !== 'running') return;
    jobs.set(job.jobId, job);
    publish();
  };

  transport.on('jobs.progressed', progress);
  transport.on('jobs.finished', ({ jobId, result }) => end(jobId, { state: 'finished', result }));
  transport.on('jobs.failed', ({ jobId, error }) => end(jobId, { state: 'failed', error }));
  transport.on('jobs.cancelled', ({ jobId }) => end(jobId, { state: 'cancelled' }));
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    running: () => running,
    endOf: (jobId) => {
      const ended = ends.get(jobId);
      if (ended) return Promise.resolve(ended);
      return new Promise((settle) => {
        waiting.set(jobId, [...(waiting.get(jobId) ?? []), settle]);
      });
    },
    catchUp: () => {
      void transport.invoke('jobs.list', {}).then((answer) => {
        if (answer.ok) answer.value.forEach(progress);
      });
    },
    loseAll: (error) => {
      for (const jobId of [...jobs.keys(), ...waiting.keys()])
        end(jobId, { state: 'failed', error });
    },
  };
}
