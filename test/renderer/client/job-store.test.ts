import { describe, expect, it } from 'vitest';
import { createJobStore } from '../../../src/renderer/client/job-store';
import type { EventName, EventPayload } from '../../../src/shared/contract/contract';
import { engineError } from '../../../src/shared/contract/error';
import type { Job } from '../../../src/shared/contract/jobs';
import type { Transport } from '../../../src/shared/contract/transport';
import { createEventBus } from '../../../src/main/engine/event-bus';

/** The engine's own event bus, with no engine behind it: only what it says by itself matters here. */
function quietEngine(): {
  transport: Transport;
  say: <E extends EventName>(event: E, payload: EventPayload<E>) => void;
} {
  const bus = createEventBus(true);
  return {
    say: bus.emit,
    transport: {
      invoke: () => Promise.resolve({ ok: false, error: engineError('no-workspace') }),
      on: bus.on,
    },
  };
}

const job = (jobId: string, done: number): Job => ({
  jobId,
  kind: 'import',
  subject: 'usage.csv',
  phase: 'importing',
  done,
  total: 10,
  state: 'running',
});

describe('the job store', () => {
  it('lists what runs and drops it at its end', () => {
    const { transport, say } = quietEngine();
    const store = createJobStore(transport);
    let heard = 0;
    store.subscribe(() => (heard += 1));
    say('jobs.progressed', job('a', 3));
    expect(store.running().map(({ done }) => done)).toEqual([3]);
    say('jobs.finished', { jobId: 'a', result: {} });
    expect(store.running()).toEqual([]);
    expect(heard).toBe(2);
  });

  it('knows an end that came before anyone asked, and ignores progress after it', async () => {
    const { transport, say } = quietEngine();
    const store = createJobStore(transport);
    say('jobs.finished', { jobId: 'a', result: { runId: 7 } });
    say('jobs.progressed', job('a', 9));
    expect(store.running()).toEqual([]);
    await expect(store.endOf('a')).resolves.toEqual({ state: 'finished', result: { runId: 7 } });
  });

  it('tells everyone who waits, whichever end it is', async () => {
    const { transport, say } = quietEngine();
    const store = createJobStore(transport);
    const [one, two, other] = [store.endOf('a'), store.endOf('a'), store.endOf('b')];
    say('jobs.failed', { jobId: 'a', error: engineError('disk-full') });
    say('jobs.cancelled', { jobId: 'b' });
    const failed = { state: 'failed', error: engineError('disk-full') };
    expect(await Promise.all([one, two])).toEqual([failed, failed]);
    expect(await other).toEqual({ state: 'cancelled' });
  });

  it('ends everything that ran or was waited for when the engine is lost', async () => {
    const { transport, say } = quietEngine();
    const store = createJobStore(transport);
    say('jobs.progressed', job('a', 1));
    const waited = store.endOf('b');
    store.loseAll(engineError('engine-restarting'));
    expect(store.running()).toEqual([]);
    expect((await waited).state).toBe('failed');
    expect((await store.endOf('a')).state).toBe('failed');
  });

  it('shows what goes on before what is about to end', () => {
    const { transport, say } = quietEngine();
    const store = createJobStore(transport);
    say('jobs.progressed', job('forecast', 1));
    store.cancel('forecast');
    say('jobs.progressed', job('import', 0));
    const shown = () => store.running().map(({ jobId, stopping }) => [jobId, stopping]);
    expect(shown()).toEqual([
      ['import', false],
      ['forecast', true],
    ]);
    say('jobs.cancelled', { jobId: 'forecast' });
    store.cancel('forecast');
    expect(shown()).toEqual([['import', false]]);
  });

  it('tells what is left of a phase by how fast that phase goes, and begins anew with the next', () => {
    const { transport, say } = quietEngine();
    let now = 0;
    const store = createJobStore(transport, () => now);
    const left = (at: number, state: Partial<Job>) => {
      now = at;
      say('jobs.progressed', { ...job('a', 0), total: 100, ...state });
      return store.running()[0]?.secondsLeft;
    };
    expect(left(1000, {})).toBeNull();
    expect(left(6000, { done: 20 })).toBe(20);
    expect(left(6000, { phase: 'settling', total: null })).toBeNull();
    expect(left(7000, { subject: 'bill.csv' })).toBeNull();
    expect(left(12_000, { subject: 'bill.csv', done: 50 })).toBe(5);
  });
});
