import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { EventName } from '../../../src/shared/contract/contract';
import type { Job } from '../../../src/shared/contract/jobs';
import { createJobs, throwIfCancelled, type JobControl } from '../../../src/main/engine/jobs';
import { EngineFailure, engineError } from '../../../src/shared/contract/error';
import type { Fault } from '../../../src/main/engine/serve';

function jobsUnderTest(progressEvery = 40) {
  const events: { event: EventName; payload: unknown }[] = [];
  const faults: Fault[] = [];
  const jobs = createJobs({
    emit: (event, payload) => events.push({ event, payload }),
    reportFault: (fault) => faults.push(fault),
    progressEvery,
  });
  const ends = (jobId: string) =>
    events.filter(
      ({ event, payload }) =>
        event !== 'jobs.progressed' && (payload as { jobId: string }).jobId === jobId,
    );
  const ended = async (jobId: string) => {
    while (ends(jobId).length === 0) await sleep(2);
    // Long enough for a second end, or a late progress, to show itself.
    await sleep(60);
    return ends(jobId);
  };
  return { jobs, events, faults, ended };
}

const progressOf = (events: readonly { event: EventName; payload: unknown }[]) =>
  events.filter(({ event }) => event === 'jobs.progressed').map(({ payload }) => payload as Job);

describe('jobs', () => {
  it('end exactly once, with their result', async () => {
    const { jobs, ended } = jobsUnderTest();
    const jobId = jobs.start('report', () => Promise.resolve({ files: ['a'] }));
    expect(await ended(jobId)).toEqual([
      { event: 'jobs.finished', payload: { jobId, result: { files: ['a'] } } },
    ]);
    expect(jobs.list()).toMatchObject([{ jobId, state: 'finished' }]);
  });

  it('say nothing before the id has been handed out', async () => {
    const { jobs, events, ended } = jobsUnderTest();
    const jobId = jobs.start('report', ({ progress }) => {
      progress({ phase: 'writing-report', done: 0, total: 1 });
      return Promise.resolve(null);
    });
    await Promise.resolve();
    expect(events).toEqual([]);
    await ended(jobId);
    expect(events.length).toBeGreaterThan(0);
  });

  it('throttle progress and never lose the last of it', async () => {
    const { jobs, events, ended } = jobsUnderTest(50);
    const jobId = jobs.start('report', async ({ progress }) => {
      for (let done = 1; done <= 60; done += 1) {
        progress({ phase: 'writing-report', done, total: 60 });
        await sleep(2);
      }
    });
    await ended(jobId);
    const sent = progressOf(events).map(({ done }) => done);
    expect(sent.length).toBeGreaterThan(1);
    expect(sent.length).toBeLessThan(20);
    expect(sent.at(-1)).toBe(60);
    expect(events.at(-1)?.event).toBe('jobs.finished');
  });

  it('that fail in a known way say how; bugs are reported and referenced', async () => {
    const { jobs, faults, ended } = jobsUnderTest();
    const known = jobs.start('report', () =>
      Promise.reject(new EngineFailure(engineError('no-usage'))),
    );
    expect(await ended(known)).toEqual([
      { event: 'jobs.failed', payload: { jobId: known, error: { code: 'no-usage', params: {} } } },
    ]);
    const bug = jobs.start('report', () => Promise.reject(new RangeError('bug')));
    const [end] = await ended(bug);
    expect(end).toMatchObject({
      event: 'jobs.failed',
      payload: { error: { code: 'internal', params: { reference: faults[0]?.reference } } },
    });
    expect(faults).toMatchObject([{ during: 'job report' }]);
  });

  it('stop when they are cancelled, and only then', async () => {
    const { jobs, ended } = jobsUnderTest();
    const forever = async ({ signal }: JobControl) => {
      for (;;) {
        await sleep(2);
        throwIfCancelled(signal);
      }
    };
    const first = jobs.start('report', forever);
    const second = jobs.start('report', forever);
    await sleep(10);
    jobs.cancel(first);
    expect(await ended(first)).toEqual([{ event: 'jobs.cancelled', payload: { jobId: first } }]);
    expect(jobs.list()).toMatchObject([
      { jobId: first, state: 'cancelled' },
      { jobId: second, state: 'running' },
    ]);
    await jobs.stop();
    expect(await ended(second)).toEqual([{ event: 'jobs.cancelled', payload: { jobId: second } }]);
  });

  it('that finish although they were cancelled have finished', async () => {
    const { jobs, ended } = jobsUnderTest();
    const jobId = jobs.start('report', async () => {
      await sleep(15);
      return 'done';
    });
    await sleep(5);
    jobs.cancel(jobId);
    expect(await ended(jobId)).toMatchObject([{ event: 'jobs.finished' }]);
    expect(() => jobs.cancel(jobId)).not.toThrow();
  });

  it('that write wait for each other, also after a failure; a waiting one can be cancelled', async () => {
    const { jobs, ended } = jobsUnderTest();
    const trace: string[] = [];
    const work =
      (name: string, fails = false) =>
      async () => {
        trace.push(`${name} begins`);
        await sleep(10);
        trace.push(`${name} ends`);
        if (fails) throw new EngineFailure(engineError('no-usage'));
      };
    const first = jobs.start('import', work('first', true));
    const second = jobs.start('import', work('second'));
    const third = jobs.start('audit', work('third'));
    jobs.cancel(second);
    expect(await ended(third)).toMatchObject([{ event: 'jobs.finished' }]);
    expect(await ended(first)).toMatchObject([{ event: 'jobs.failed' }]);
    expect(await ended(second)).toMatchObject([{ event: 'jobs.cancelled' }]);
    expect(trace).toEqual(['first begins', 'first ends', 'third begins', 'third ends']);
  });

  it('that nobody knows cannot be cancelled', () => {
    const { jobs } = jobsUnderTest();
    expect(() => jobs.cancel('nobody')).toThrow(EngineFailure);
  });
});
