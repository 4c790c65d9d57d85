import { randomUUID } from 'node:crypto';
import { EngineFailure, engineError } from '../../shared/contract/error';
import type { Job, JOB_KINDS } from '../../shared/contract/jobs';
import type { Emit } from './event-bus';
import { errorFor, type ReportFault } from './serve';
import { createWriteQueue, type WriteQueue } from './write-queue';

export type JobKind = (typeof JOB_KINDS)[number];

/** What a job says about itself: the phase names a sentence of the locales (`jobs.<phase>`). */
export interface Progress {
  readonly phase: string;
  readonly subject?: string | undefined;
  readonly done: number;
  /** null while it is not known. */
  readonly total: number | null;
}

export interface JobControl {
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

export interface Jobs {
  /** Begins `work` and returns its id. Jobs that write wait for each other. */
  readonly start: (kind: JobKind, work: (control: JobControl) => Promise<unknown>) => string;
  /** The same, for whoever waits for what comes of it; also fails as `work` does, or with `cancelled`. */
  readonly follow: <T>(kind: JobKind, work: (control: JobControl) => Promise<T>) => Promise<T>;
  readonly cancel: (jobId: string) => void;
  /** Running jobs and the latest ends, oldest first. */
  readonly list: () => Job[];
  /** Cancels all that run and waits until each has ended. */
  readonly stop: () => Promise<void>;
}

export interface JobsOptions {
  readonly emit: Emit;
  readonly writing?: WriteQueue | undefined;
  readonly reportFault: ReportFault;
  /** Milliseconds between two progress events of one job. */
  readonly progressEvery?: number | undefined;
}

const KEPT_ENDS = 20;
const WRITES: Readonly<Record<JobKind, boolean>> = {
  import: true,
  audit: true,
  report: false,
  inference: false,
  backup: true,
  advice: false,
  // It audits again, and keeps the run.
  verify: true,
  prices: false,
  // It stands in the queue already; see handlers/seen-where-large.ts.
  history: false,
};

interface Running {
  job: Job;
  readonly stop: AbortController;
  ended: Promise<void>;
  lastSent: number;
  timer: NodeJS.Timeout | null;
}

/** Long work: started, followed, cancelled; exactly one end event each. */
export function createJobs(options: JobsOptions): Jobs {
  const { emit, reportFault, progressEvery = 100 } = options;
  const writing = options.writing ?? createWriteQueue();
  const running = new Map<string, Running>();
  const ends: Job[] = [];

  const send = (entry: Running) => {
    entry.timer = null;
    entry.lastSent = Date.now();
    emit('jobs.progressed', entry.job);
  };
  /** At most one event per interval; the last state inside an interval is sent at its end. */
  const progressed = (entry: Running, progress: Progress) => {
    if (entry.job.state !== 'running') return;
    entry.job = { ...entry.job, subject: '', ...withoutUndefined(progress) };
    const wait = entry.lastSent + progressEvery - Date.now();
    if (wait <= 0) {
      if (entry.timer) clearTimeout(entry.timer);
      send(entry);
    } else entry.timer ??= setTimeout(() => send(entry), wait);
  };
  const end = (entry: Running, state: 'finished' | 'failed' | 'cancelled') => {
    if (entry.timer) {
      clearTimeout(entry.timer);
      if (state === 'finished') send(entry);
    }
    entry.timer = null;
    entry.job = { ...entry.job, state };
    running.delete(entry.job.jobId);
    ends.push(entry.job);
    ends.splice(0, ends.length - KEPT_ENDS);
  };

  const carryOut = async <T>(
    entry: Running,
    work: (control: JobControl) => Promise<T>,
  ): Promise<T> => {
    const { signal } = entry.stop;
    const { jobId, kind } = entry.job;
    const control = {
      signal,
      progress: (progress: Progress) => progressed(entry, progress),
    };
    const attempt = async () => {
      throwIfCancelled(signal);
      return await work(control);
    };
    try {
      const result = await (WRITES[kind] ? writing.run(attempt) : attempt());
      end(entry, 'finished');
      emit('jobs.finished', { jobId, result });
      return result;
    } catch (thrown) {
      const cancelled = signal.aborted && isCancellation(thrown);
      end(entry, cancelled ? 'cancelled' : 'failed');
      if (cancelled) emit('jobs.cancelled', { jobId });
      else emit('jobs.failed', { jobId, error: errorFor(thrown, `job ${kind}`, reportFault) });
      throw thrown;
    }
  };
  const begin = <T>(kind: JobKind, work: (control: JobControl) => Promise<T>) => {
    const jobId = randomUUID();
    const entry: Running = {
      job: { jobId, kind, subject: '', phase: 'waiting', done: 0, total: null, state: 'running' },
      stop: new AbortController(),
      ended: Promise.resolve(),
      lastSent: 0,
      timer: null,
    };
    running.set(jobId, entry);
    // A turn later, so that the answer with the job's id goes out before its first event.
    const result = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      // What waits for others is seen, and can be cancelled, too.
      if (WRITES[kind]) send(entry);
      return carryOut(entry, work);
    });
    const over = () => undefined;
    entry.ended = result.then(over, over);
    return { jobId, result };
  };

  return {
    start: (kind, work) => begin(kind, work).jobId,
    follow: (kind, work) => begin(kind, work).result,
    cancel: (jobId) => {
      const entry = running.get(jobId);
      if (entry) entry.stop.abort();
      else if (!ends.some((job) => job.jobId === jobId))
        throw new EngineFailure(engineError('job-missing', { job: jobId }));
    },
    list: () => [...ends, ...[...running.values()].map((entry) => entry.job)],
    stop: async () => {
      const entries = [...running.values()];
      for (const entry of entries) entry.stop.abort();
      await Promise.all(entries.map((entry) => entry.ended));
    },
  };
}

/** Ends the work of a cancelled job; long loops call it between their steps. */
export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new EngineFailure(engineError('cancelled'));
}

function isCancellation(thrown: unknown): boolean {
  return (
    (thrown instanceof EngineFailure && thrown.error.code === 'cancelled') ||
    (thrown instanceof Error && thrown.name === 'AbortError')
  );
}

function withoutUndefined(progress: Progress): Partial<Job> {
  const { subject, ...rest } = progress;
  return subject === undefined ? rest : { ...rest, subject };
}
