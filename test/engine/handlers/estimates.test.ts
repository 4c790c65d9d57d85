import { afterAll, describe, expect, it } from 'vitest';
import { adviceResultSchema } from '../../../src/shared/contract/estimates';
import { day } from '../../../src/shared/period/day';
import { engineClient } from '../../support/engine-client';

const client = engineClient();
afterAll(() => client.engine.close());

const calls = {
  site: 'cn',
  on: day('2023-06-01'),
  item: 'av.hd',
  daysPerMonth: 30,
  streamRule: null,
  callsPerDay: '1000',
  usersPerCall: '2',
  minutesPerUser: '5',
} as const;

describe('an estimate', () => {
  it('of calls has its minutes, its cost and the formula behind them as data', async () => {
    const answer = await client.ask('estimate.calls', calls);
    // 1,000 calls x 2 users x 1 stream of the other x 5 minutes x 30 days, at 28 per 1,000.
    expect(answer).toMatchObject({
      kind: 'estimate',
      site: 'cn',
      estimate: {
        minutes: 300_000,
        packageMinutes: 1_200_000,
        amount: '8400',
        lines: [{ item: 'av.hd', minutes: 300_000, amount: '8400' }],
      },
    });
    if (answer.kind !== 'estimate') return;
    expect(answer.estimate.lines[0]?.steps.map(({ rule, value }) => [rule, value])).toEqual([
      ['calls-streams', '300000'],
      ['whole-minutes', '300000'],
      ['package-minutes', '1200000'],
      ['list-price', '28'],
      ['amount', '8400'],
    ]);
    const { total, payAsYouGo, saving } = answer.advice;
    expect(payAsYouGo).toBe('8400');
    expect(Number(total)).toBe(8400 - Number(saving));
  });

  it('of live rooms counts anchors and audience apart, areas summed where that is asked for', async () => {
    const live = {
      site: 'intl',
      on: day('2022-06-01'),
      item: 'av.hd',
      daysPerMonth: 30,
      roomsPerDay: '10',
      anchorsPerRoom: '3',
      audiencePerRoom: '100',
      minutesPerRoom: '60',
    } as const;
    const durations = await client.ask('estimate.live', { ...live, streamRule: 'sum-of-streams' });
    // 10 x (3 x 2 + 100 x 3) x 60 x 30.
    expect(durations).toMatchObject({ estimate: { minutes: 5_508_000 } });
    const areas = await client.ask('estimate.live', { ...live, streamRule: 'sum-of-areas' });
    expect(areas).toMatchObject({ estimate: { minutes: 1_854_000, streamRule: 'sum-of-areas' } });
  });

  it('that cannot be made says why', async () => {
    expect(await client.ask('estimate.calls', { ...calls, usersPerCall: '0' })).toEqual({
      kind: 'problem',
      problem: 'nobody-there',
      on: '2023-06-01',
    });
    expect(await client.ask('estimate.calls', { ...calls, daysPerMonth: 2.5 })).toMatchObject({
      problem: 'bad-days',
    });
    expect(await client.refusal('estimate.calls', { ...calls, callsPerDay: 'many' })).toMatchObject(
      { code: 'invalid-input' },
    );
  });

  it('takes the open workspace’s contract, unless another site is asked for', async () => {
    await client.ask('workspace.openSample', {});
    const own = await client.ask('estimate.calls', { ...calls, site: null });
    expect(own).toMatchObject({ site: 'cn', estimate: { amount: '7560' } });
    const other = await client.ask('estimate.calls', { ...calls, site: 'intl' });
    expect(other).toMatchObject({ site: 'intl', estimate: { currency: 'USD' } });
  });
});

describe('advice on packages', () => {
  const months = { last: 1 };
  const on = day('2023-06-01');

  it('replays the workspace’s months in a job that can be watched and cancelled', async () => {
    const { workspace, paths } = await client.ask('workspace.openSample', {});
    expect(workspace.temporary).toBe(true);
    await client.importFiles(paths);
    const result = await client.resultOf(client.ask('estimate.advise', { months, on }));
    const { site, advice } = adviceResultSchema.parse(result);
    expect({ site, from: advice.period.from }).toEqual({ site: 'cn', from: '2023-06-01' });
    expect(Number(advice.total)).toBeLessThanOrEqual(Number(advice.payAsYouGo));
    expect(advice.tried).toBeGreaterThan(0);
    const { jobId } = await client.ask('estimate.advise', { months, on });
    const end = client.endOf(Promise.resolve({ jobId }));
    await client.ask('jobs.cancel', { jobId });
    expect(await end).toMatchObject({ event: 'jobs.cancelled' });
  });

  it('without usage is refused', async () => {
    await client.ask('workspace.create', { path: null });
    const end = await client.endOf(client.ask('estimate.advise', { months, on }));
    expect(end).toMatchObject({ event: 'jobs.failed', payload: { error: { code: 'no-usage' } } });
  });
});
