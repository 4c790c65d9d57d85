import { describe, expect, it } from 'vitest';
import { watchJobs } from '../../src/main/shell/job-watch';
import { shellWords } from '../../src/main/shell/shell-words';
import type { Job } from '../../src/shared/contract/jobs';

function stage(lookedAt = false) {
  const progress: number[] = [];
  const said: string[] = [];
  const clock = { now: 0 };
  const take = watchJobs({
    showProgress: (part) => progress.push(part),
    notify: (text) => said.push(text),
    isLookedAt: () => lookedAt,
    words: () => shellWords('ko'),
    now: () => clock.now,
  });
  const job = (jobId: string, done: number, total: number | null, kind: Job['kind'] = 'import') =>
    take('jobs.progressed', {
      jobId,
      kind,
      subject: '',
      phase: 'importing',
      done,
      total,
      state: 'running',
    });
  return { progress, said, clock, take, job };
}

describe('the task bar', () => {
  it('shows the mean of all work whose end is known, and nothing when all is done', () => {
    const { progress, take, job } = stage();
    job('a', 50, 100);
    job('b', 0, 10);
    job('b', 20, 10);
    take('jobs.finished', { jobId: 'a', result: null });
    take('jobs.cancelled', { jobId: 'b' });
    expect(progress).toEqual([0.5, 0.25, 0.75, 1, -1]);
  });

  it('shows that something is at work while its end is not known', () => {
    const { progress, take, job } = stage();
    job('a', 5, null);
    take('engine.restarted', { reference: 'x' });
    expect(progress).toEqual([2, -1]);
  });
});

describe('the end of a job', () => {
  it('is told when it was long and nobody looks, in the language of the window', () => {
    const { said, clock, take, job } = stage();
    job('long', 1, 10, 'audit');
    job('short', 1, 10);
    clock.now = 9_999;
    take('jobs.finished', { jobId: 'short', result: null });
    clock.now = 10_000;
    take('jobs.finished', { jobId: 'long', result: null });
    expect(said).toEqual(['대조를 마쳤습니다.']);
  });

  it('is not told to somebody who is looking, nor after a cancel', () => {
    const watching = stage(true);
    watching.job('a', 1, 10);
    watching.clock.now = 60_000;
    watching.take('jobs.failed', { jobId: 'a', error: { code: 'disk-full', params: {} } });
    const away = stage();
    away.job('a', 1, 10);
    away.clock.now = 60_000;
    away.take('jobs.cancelled', { jobId: 'a' });
    expect([...watching.said, ...away.said]).toEqual([]);
  });
});
