import type { EngineError } from '../../shared/contract/error';
import type { Job } from '../../shared/contract/jobs';
import type { Transport } from '../../shared/contract/transport';
import { secondsLeft, type Standing } from './time-left';

/** How a job came to its end. */
export type JobEnd =
  | { readonly state: 'finished'; readonly result: unknown }
  | { readonly state: 'failed'; readonly error: EngineError }
  | { readonly state: 'cancelled' };

/** A job that has not ended; `stopping`: somebody asked it to end, and it is about to. */
export interface RunningJob extends Job {
  readonly stopping: boolean;
  /** Until the end of its phase; null where that cannot be told. */
  readonly secondsLeft: number | null;
}

/** A job with where its phase began: what is left is told by how fast that phase goes. */
interface Followed {
  readonly job: Job;
  readonly begun: Standing;
  readonly now: Standing;
}

/** What the engine is working on, as it told; listens from the start so that no end is missed. */
export interface JobStore {
  readonly subscribe: (listener: () => void) => () => void;
  /** Those that go on stand before those that are about to end. */
  readonly running: () => readonly RunningJob[];
  /** Settles when the job has ended, also when it ended before anyone asked. */
  readonly endOf: (jobId: string) => Promise<JobEnd>;
  /** Asks a job to end. One that has ended already stays as it ended. */
  readonly cancel: (jobId: string) => void;
  /** Asks what was running before this page was loaded: a question that the first picture does not wait for. */
  readonly catchUp: () => void;
  /** The engine went away: whatever ran is over. */
  readonly loseAll: (error: EngineError) => void;
}

/** @param clock milliseconds that never go back. */
export function createJobStore(
  transport: Transport,
  clock: () => number = () => performance.now(),
): JobStore {
  const listeners = new Set<() => void>();
  const jobs = new Map<string, Followed>();
  const ends = new Map<string, JobEnd>();
  const waiting = new Map<string, ((end: JobEnd) => void)[]>();
  const stopping = new Set<string>();
  let running: readonly RunningJob[] = [];

  const publish = () => {
    const all = [...jobs.values()].map(({ job, begun, now }) => ({
      ...job,
      stopping: stopping.has(job.jobId),
      secondsLeft: job.total === null ? null : secondsLeft(begun, now, job.total),
    }));
    running = [...all.filter((job) => !job.stopping), ...all.filter((job) => job.stopping)];
    for (const listener of listeners) listener();
  };
  const end = (jobId: string, how: JobEnd) => {
    jobs.delete(jobId);
    stopping.delete(jobId);
    ends.set(jobId, how);
    for (const settle of waiting.get(jobId) ?? []) settle(how);
    waiting.delete(jobId);
    publish();
  };
  const progress = (job: Job) => {
    if (ends.has(job.jobId) || job.state !== 'running') return;
    const before = jobs.get(job.jobId);
    const now = { at: clock(), done: job.done };
    jobs.set(job.jobId, {
      job,
      now,
      begun: before && isSamePhase(before.job, job) ? before.begun : now,
    });
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
    cancel: (jobId) => {
      if (ends.has(jobId)) return;
      stopping.add(jobId);
      publish();
      // An engine that is gone, or has forgotten the job, has ended it too.
      void transport.invoke('jobs.cancel', { jobId });
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

/** The same work on the same thing, of which more is done. */
function isSamePhase(before: Job, job: Job): boolean {
  return (
    before.phase === job.phase &&
    before.subject === job.subject &&
    before.total === job.total &&
    before.done <= job.done
  );
}
