import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day as toDay, type Day } from '../../../src/shared/period/day';
import { engineClient } from '../../support/engine-client';

/** The ledgers of the sample month, against the run's own list of deductions. */
const client = engineClient();
let runId = 0;
beforeAll(async () => {
  const { paths } = await client.ask('workspace.openSample', {});
  await client.resultOf(client.ask('imports.start', { paths }));
  const [month] = await client.ask('audits.months', {});
  const period = month?.period ?? null;
  await client.resultOf(client.ask('audits.start', { period }));
  runId = (await client.ask('audits.latest', { period }))?.id ?? 0;
});
afterAll(() => client.engine.close());

const page = { offset: 0, limit: 1000 };

describe('trial and packages', () => {
  it('name every source of the run’s deductions, and what is left of it', async () => {
    const { rows } = await client.ask('audits.drawdowns', { runId, ...page });
    const sources = await client.ask('packages.list', { runId });
    expect(sources.map(({ source }) => source)).toEqual(['trial', '2000009001']);
    for (const { source, minutes, deducted, left } of sources) {
      const own = rows.filter((row) => row.source === source);
      expect(own.length).toBeGreaterThan(0);
      expect(deducted).toBe(own.reduce((sum, row) => sum + row.deducted, 0));
      // Both begin in the month, so what was drawn and what is left make up the whole.
      expect(left).toBe(minutes - deducted);
    }
  });

  it('step through the days without losing a draw', async () => {
    const { rows } = await client.ask('audits.drawdowns', { runId, ...page });
    for (const { source } of await client.ask('packages.list', { runId })) {
      const stepped = [];
      for (const drawn of await client.ask('packages.days', { runId, source })) {
        const of = { runId, ...page, source, day: drawn.day };
        const { total, rows: draws } = await client.ask('packages.drawdowns', of);
        expect(total).toBe(draws.length);
        expect(drawn).toMatchObject({
          draws: total,
          deducted: draws.reduce((sum, row) => sum + row.deducted, 0),
          balanceAfter: draws.at(-1)?.balanceAfter,
        });
        stepped.push(...draws);
      }
      expect(stepped).toEqual(rows.filter((row) => row.source === source));
    }
  });

  it('say what took over once they were used up, as the charges of the same use show', async () => {
    const { rows: charges } = await client.ask('audits.charges', { runId, ...page });
    const { rows: draws } = await client.ask('audits.drawdowns', { runId, ...page });
    const sources = await client.ask('packages.list', { runId });
    expect(sources.map(({ takenOver }) => takenOver?.by)).toEqual([null, null]);
    for (const { source, usedUpOn, takenOver } of sources) {
      const own = draws.filter((row) => row.source === source);
      expect(usedUpOn).toBe(own.find(({ balanceAfter }) => balanceAfter === 0)?.day);
      const drawn = new Set(own.map(({ sdkAppId, item }) => `${sdkAppId}/${item}`));
      const since = own[0]?.day ?? '';
      const charged = charges.filter(
        ({ sdkAppId, item, billableMinutes, periodStart }) =>
          drawn.has(`${sdkAppId}/${item}`) && billableMinutes > 0 && periodStart >= since,
      );
      expect(takenOver?.on).toBe(charged.map(({ periodStart }) => periodStart).toSorted()[0]);
    }
  });

  it('burn down beside what was charged of the items they cover', async () => {
    const { rows: charges } = await client.ask('audits.charges', { runId, ...page });
    const { sources, charged } = await client.ask('packages.burnDown', { runId });
    expect(sources).toMatchObject(await client.ask('packages.list', { runId }));
    for (const { source, days } of sources)
      expect(days).toEqual(await client.ask('packages.days', { runId, source }));
    const sum = (minutes: readonly number[]) => minutes.reduce((all, one) => all + one, 0);
    expect(charged?.length).toBe(30);
    for (const { day, minutes } of charged ?? [])
      expect(minutes, day).toBe(
        sum(
          charges
            .filter(({ periodStart }) => periodStart === day)
            .map(({ billableMinutes }) => billableMinutes),
        ),
      );
  });

  it('have no days for a source that was never drawn', async () => {
    expect(await client.ask('packages.days', { runId, source: 'nothing' })).toEqual([]);
  });
});

describe('what takes over', () => {
  const FOLDER = join(import.meta.dirname, '../../scenarios');
  const sourcesOf = async (story: string, period: { from: Day; to: Day } | null = null) => {
    const own = engineClient();
    try {
      await own.ask('workspace.create', { path: null });
      await own.ask('account.setFromFile', { path: join(FOLDER, story, 'account.json') });
      await own.importFiles(['usage.csv', 'bill.csv'].map((name) => join(FOLDER, story, name)));
      const run = await own.audit(period);
      const sources = await own.ask('packages.list', { runId: run.id });
      const { charged, used } = await own.ask('packages.burnDown', { runId: run.id });
      return {
        taken: sources.map(({ source, usedUpOn, takenOver }) => ({ source, usedUpOn, takenOver })),
        charged,
        used,
      };
    } finally {
      await own.engine.close();
    }
  };

  const day = (number: string, usedUp: string | null, on: string, by: string | null) => ({
    source: number,
    usedUpOn: usedUp,
    takenOver: { on, by },
  });

  it.each([
    [
      'trial-then-package',
      [
        day('trial', '2023-06-02', '2023-06-02', '2000009001'),
        day('2000009001', '2023-06-03', '2023-06-03', null),
      ],
      [0, 0, 750],
    ],
    // Not used up: what was left of it lapsed.
    ['package-expired-yesterday', [day('2000009001', null, '2023-07-01', null)], [0, 1000]],
    [
      'two-packages-same-expiry',
      [
        day('2000009003', '2023-06-12', '2023-06-12', '2000009001'),
        day('2000009001', '2023-06-12', '2023-06-12', '2000009002'),
        day('2000009002', '2023-06-13', '2023-06-13', null),
      ],
      [0, 75],
    ],
    // The charge stands for a month, the draws for days.
    ['monthly-ratio-switch', [day('2000009001', '2022-06-02', '2022-06-02', null)], null],
    ['package-runs-out-inside-a-day', [day('2000009001', '2023-06-01', '2023-06-01', null)], [200]],
  ])('%s', async (story, expected, minutes) => {
    const { taken, charged } = await sourcesOf(story);
    expect(taken).toEqual(expected);
    expect(charged?.map((one) => one.minutes) ?? null).toEqual(minutes);
  });

  it('where a charge stands for a month, the use of each day of what was drawn is told in seconds', async () => {
    const { used } = await sourcesOf('monthly-ratio-switch', {
      from: toDay('2022-06-01'),
      to: toDay('2022-07-01'),
    });
    const june = { '2022-06-01': 60_000, '2022-06-02': 600 };
    expect(
      Object.fromEntries(used?.map(({ day: on, seconds }) => [on, seconds]) ?? []),
    ).toMatchObject(june);
    expect((await sourcesOf('trial-then-package')).used).toBeNull();
  });
});
