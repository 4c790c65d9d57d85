import { jobEvents, type Job } from '../../shared/contract/jobs';
import type { ShellWords } from './shell-words';

/** A job that took less is not worth calling anybody back for. */
const LONG_MS = 10_000;

export interface JobWatchOptions {
  /** 0 to 1 while work goes on whose end is known, 2 where it is not known, -1 when nothing is at work. */
  readonly showProgress: (part: number) => void;
  /** Tells a person who is looking elsewhere. */
  readonly notify: (text: string) => void;
  readonly isLookedAt: () => boolean;
  readonly words: () => ShellWords;
  readonly now?: (() => number) | undefined;
}

interface Watched {
  readonly job: Job;
  readonly since: number;
}

/**
 * Follows the engine's jobs from the events that pass by: the task bar shows how far they are, and the end of
 * a long one is told when nobody looks at the window. Returns what takes each event.
 */
export function watchJobs(options: JobWatchOptions): (event: string, payload: unknown) => void {
  const now = options.now ?? Date.now;
  const running = new Map<string, Watched>();

  const showProgress = () => {
    const jobs = [...running.values()].map(({ job }) => job);
    if (jobs.length === 0) options.showProgress(-1);
    else if (jobs.some(({ total }) => total === null || total === 0)) options.showProgress(2);
    else {
      const parts = jobs.map(({ done, total }) => Math.min(1, done / (total ?? 1)));
      options.showProgress(parts.reduce((sum, part) => sum + part, 0) / parts.length);
    }
  };
  const ended = (jobId: string, text: (words: ShellWords, job: Job) => string | null) => {
    const watched = running.get(jobId);
    if (!watched) return;
    running.delete(jobId);
    showProgress();
    if (now() - watched.since < LONG_MS || options.isLookedAt()) return;
    const said = text(options.words(), watched.job);
    if (said !== null) options.notify(said);
  };

  return (event, payload) => {
    switch (event) {
      case 'jobs.progressed': {
        const job = jobEvents[event].parse(payload);
        const since = running.get(job.jobId)?.since ?? now();
        if (job.state === 'running') running.set(job.jobId, { job, since });
        showProgress();
        break;
      }
      case 'jobs.finished':
        ended(jobEvents[event].parse(payload).jobId, (words, { kind }) => words.finished[kind]);
        break;
      case 'jobs.failed':
        ended(jobEvents[event].parse(payload).jobId, (words) => words.failed);
        break;
      case 'jobs.cancelled':
        ended(jobEvents[event].parse(payload).jobId, () => null);
        break;
      case 'engine.restarted':
        running.clear();
        showProgress();
        break;
    }
  };
}
