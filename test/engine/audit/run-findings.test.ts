import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inferenceResultSchema } from '../../../src/shared/contract/findings';
import { decimal, sum, toText } from '../../../src/shared/money/decimal';
import { engineClient, RESOURCES } from '../../support/engine-client';

const SAMPLE = join(RESOURCES, 'sample-month');
const folder = mkdtempSync(join(tmpdir(), 'recount-findings-'));
afterAll(() => rmSync(folder, { recursive: true }));

const headerOf = (file: string) =>
  readFileSync(join(SAMPLE, file), 'utf8').split('\n', 1)[0]?.trim() ?? '';

function write(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const APPS = ['1400123456', '1400654321'];
const DAYS = Array.from({ length: 5 }, (_, index) => `2023-06-${10 + index}`);

/** 90 seconds of HD in each of two applications, every day. */
const usageRows = DAYS.flatMap((day) =>
  APPS.map((app) =>
    [
      day,
      '100012345678',
      '实时音视频',
      '实时音视频-音视频通话',
      '时长',
      '订阅时长',
      `${day} 00:00:00`,
      `${day} 23:59:59`,
      app,
      '高清',
      '秒',
      '90',
      '0',
      '90',
    ].join(','),
  ),
);

/** Rounded up over the account, 180 seconds are 3 minutes: 2 in the first application, 1 in the second. */
const billRows = DAYS.flatMap((day, index) =>
  APPS.map((app, place) => {
    const quantity = ['0.00200000', '0.00100000'][place] ?? '';
    const amount = ['0.05600000', '0.02800000'][place] ?? '';
    return [
      ...['100012345678', '100012345678', '100012345678', '实时音视频', '按量计费', '默认项目'],
      ...['华南地区（广州）', '其他', '国内', app, '-', '实时音视频-音视频通话', '按量计费日结'],
      ...['-', `20230601000000000${index}${place}`, `2023-06-${11 + index} 10:01:11`],
      ...[`${day} 00:00:00`, `${day} 23:59:59`, '时长', '高清视频时长', '28.00000000'],
      ...['28.00000000', '元/千分钟/天', quantity, '千分钟', '1.00000000', '天', amount, '1'],
      ...[amount, amount, '0.00000000', '0.00000000'],
    ].join(',');
  }),
);

describe('findings of a stored run', () => {
  it('are the mistakes of the sample month, one each, and add up to its bridge', async () => {
    const client = engineClient();
    const { paths } = await client.ask('workspace.openSample', {});
    await client.importFiles(paths);
    const run = await client.audit();
    const findings = await client.ask('audits.findings', { runId: run.id });
    const planted = JSON.parse(readFileSync(join(SAMPLE, 'planted.json'), 'utf8')) as {
      mistakes: { cause: string; day: string; amount: string; sdkAppId: string; item: string }[];
    };
    const expected = planted.mistakes
      .map(({ cause, day, amount, sdkAppId, item }) => ({
        cause,
        from: day,
        amount: toText(decimal(amount)),
        comparisons: 1,
        sdkAppIds: [sdkAppId],
        items: [item],
      }))
      .toSorted((a, b) => decimal(b.amount).abs().cmp(decimal(a.amount).abs()));
    expect(findings).toMatchObject(expected);
    expect(findings).toHaveLength(expected.length);
    expect(toText(sum(findings.map(({ amount }) => decimal(amount))))).toBe(run.totals.difference);
    const steps = new Map(run.bridge.map(({ cause, amount }) => [cause, amount]));
    expect(new Map(findings.map(({ cause, amount }) => [cause, amount]))).toEqual(steps);
    expect(await client.resultOf(client.ask('audits.infer', { period: null }))).toEqual({
      inferences: [],
    });
    await client.engine.close();
  });

  it('sees in the files that minutes were rounded over the account, and stops when it is told to', async () => {
    const client = engineClient();
    await client.ask('workspace.create', { path: null });
    const account = {
      name: 'Example',
      site: 'cn',
      uin: '100012345678',
      firstAppOn: '2022-06-01',
      settlement: 'daily',
      trial: null,
      apps: [],
      packages: [],
      contract: [],
    };
    await client.ask('account.setFromFile', {
      path: write('account.json', [JSON.stringify(account)]),
    });
    await client.importFiles([
      write('usage.csv', [headerOf('usage-2023-06.csv'), ...usageRows]),
      write('bill.csv', [headerOf('bill-2023-06.csv'), ...billRows]),
    ]);
    const run = await client.audit();
    expect(run.counts).toMatchObject({ matched: 5, 'under-billed': 5 });
    const result = await client.resultOf(client.ask('audits.infer', { period: null }));
    expect(inferenceResultSchema.parse(result).inferences[0]).toEqual({
      kind: 'scope',
      value: 'account',
      lines: 10,
      usualLines: 5,
      of: 10,
    });
    const { jobId } = await client.ask('audits.infer', { period: null });
    const end = client.endOf(Promise.resolve({ jobId }));
    await client.ask('jobs.cancel', { jobId });
    expect((await end).event).toBe('jobs.cancelled');
    await client.engine.close();
  });
});
