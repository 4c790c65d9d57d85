import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapsFirst, widestOf } from '../../../src/main/engine/audit/coverage-rows';
import { CoveredDays } from '../../../src/main/engine/store/evidence/covered-usage';
import type { Coverage, CoverageOrder } from '../../../src/shared/contract/coverage';
import { day } from '../../../src/shared/period/day';
import { engineClient } from '../../support/engine-client';
import { FIXTURES, imported, newWorkspace, temporaryFolder } from '../workspace';

const JUNE = { from: day('2023-06-01'), to: day('2023-07-01') };
const HEADER =
  '日期,UIN,产品名称,子产品名称,计费项,计费细项,用量开始时间,用量结束时间,SdkAppId,属性,用量单位,标准用量,抵扣用量,抵扣余量';

interface Use {
  readonly app: number;
  readonly date: string;
  readonly minutes: number;
}

function usageFile(name: string, uses: readonly Use[]): string {
  const rows = uses.map(
    ({ app, date, minutes }) =>
      `${date},100012345678,实时音视频,实时音视频-音视频通话,时长,订阅时长,` +
      `${date} 00:00:00,${date} 23:59:59,${1400000000 + app},高清,分钟,${minutes}.0000,0,${minutes}.0000`,
  );
  const path = join(temporaryFolder(), name);
  writeFileSync(path, `\uFEFF${[HEADER, ...rows].join('\n')}\n`);
  return path;
}

/** Used through June, but for the days left out. */
function through(app: number, minutes: number, without: readonly number[] = []): Use[] {
  return Array.from({ length: 30 }, (_, index) => index + 1)
    .filter((date) => !without.includes(date))
    .map((date) => ({ app, date: `2023-06-${String(date).padStart(2, '0')}`, minutes }));
}

async function month() {
  const client = engineClient();
  await client.ask('workspace.create', { path: null });
  const page = (order: CoverageOrder, offset = 0, limit = 1000) =>
    client.ask('coverage.page', { period: JUNE, order, offset, limit });
  return { ...client, page };
}

describe('pages of the calendar', () => {
  it('hold together what the whole has, in either order, with the sums of all rows', async () => {
    const { importFiles, page } = await month();
    const uses = Array.from({ length: 25 }, (_, app) => through(app, 10 + app, [1 + (app % 9)]));
    await importFiles([usageFile('june.csv', uses.flat())]);
    for (const order of ['application', 'gaps'] as const) {
      const whole = await page(order);
      expect(whole).toMatchObject({ total: 25, double: 0 });
      const pages = await Promise.all([0, 10, 20, 30].map((offset) => page(order, offset, 10)));
      expect(pages.map(({ rows }) => rows.length)).toEqual([10, 10, 5, 0]);
      expect(pages.flatMap(({ rows }) => rows)).toEqual(whole.rows);
      for (const { total, atRisk, missing, notFinal, widest } of pages)
        expect(whole).toMatchObject({ total, atRisk, missing, notFinal, widest });
    }
  });

  it('begin with the applications that miss the most money', async () => {
    const { importFiles, page } = await month();
    const uses = [through(1, 10), through(2, 60, [9]), through(3, 50, [9, 10]), through(4, 10)];
    // The fourth has a day in two files.
    const again = [{ app: 4, date: '2023-06-05', minutes: 11 }];
    await importFiles([usageFile('june.csv', uses.flat()), usageFile('again.csv', again)]);
    const apps = async (order: CoverageOrder) =>
      (await page(order)).rows.map(({ sdkAppId }) => Number(sdkAppId) - 1400000000);
    expect(await apps('application')).toEqual([1, 2, 3, 4]);
    expect(await apps('gaps')).toEqual([3, 2, 4, 1]);
  });

  it('say what was written since', async () => {
    const { ask, importFiles, page } = await month();
    await importFiles([usageFile('june.csv', through(1, 10, [9]))]);
    const before = await page('gaps');
    expect(before).toMatchObject({ total: 1, missing: 1, widest: { appName: null } });
    await importFiles([usageFile('ninth.csv', [{ app: 1, date: '2023-06-09', minutes: 10 }])]);
    expect(await page('gaps')).toMatchObject({ total: 1, missing: 0 });
    const account = {
      name: 'A',
      site: 'cn',
      registeredOn: '2020-01-01',
      apps: [{ sdkAppId: '1400000001', name: '在线教育' }],
    };
    await ask('account.set', { json: JSON.stringify(account) });
    const named = await page('gaps');
    expect(named.widest).toEqual({ sdkAppId: '1400000001', appName: '在线教育' });
    expect(named.rows[0]?.appName).toBe('在线教育');
    const ninth = (await ask('imports.list', { offset: 0, limit: 9 })).rows.find(
      ({ fileName }) => fileName === 'ninth.csv',
    );
    await ask('imports.undo', { importId: ninth?.id ?? 0 });
    expect(await page('gaps')).toMatchObject({ missing: 1 });
  });

  it('are never half of before and half of after what is written meanwhile', async () => {
    const { ask, importFiles, page } = await month();
    const uses = Array.from({ length: 200 }, (_, app) => through(app, 10, [9]));
    await importFiles([usageFile('june.csv', uses.flat())]);
    const [first] = (await ask('imports.list', { offset: 0, limit: 9 })).rows;
    // Asked for again and again while the file is taken back: all of it counts, or nothing of it.
    const asked = Array.from({ length: 5 }, () => page('gaps'));
    const undone = ask('imports.undo', { importId: first?.id ?? 0 });
    for (const { total, missing } of await Promise.all([...asked, undone.then(() => page('gaps'))]))
      expect([
        [200, 200],
        [0, 0],
      ]).toContainEqual([total, missing]);
    expect(await page('gaps')).toMatchObject({ total: 0, missing: 0, atRisk: '0' });
  });

  it('asked for by several at once are worked out together', async () => {
    const { importFiles, page } = await month();
    await importFiles([usageFile('june.csv', through(1, 10, [9]))]);
    const [one, two] = await Promise.all([page('gaps'), page('application')]);
    expect(one.rows[0]?.cells).toEqual(two.rows[0]?.cells);
  });
});

describe('the order of gaps', () => {
  type Row = Coverage['rows'][number];
  const cell = fc.record({
    status: fc.constantFrom('present', 'missing', 'double', 'not-final', 'none'),
    money: fc.option(fc.nat({ max: 3 }), { freq: 5 }),
  });
  const apps = fc.array(fc.array(fc.array(cell, { maxLength: 4 }), { minLength: 1, maxLength: 3 }));

  /** 0: a gap whose money is known; 1: one that cannot be priced; 2: a day twice; 3: the rest. */
  const rankOf = (rows: readonly Row[]) => {
    const cells = rows.flatMap((row) => row.cells);
    const gaps = cells.filter(({ status }) => status === 'missing');
    if (gaps.length > 0) return gaps.some(({ atRisk }) => atRisk === null) ? 1 : 0;
    return cells.some(({ status }) => status === 'double') ? 2 : 3;
  };
  const riskOf = (rows: readonly Row[]) =>
    rows
      .flatMap((row) => row.cells)
      .reduce((sum, { status, atRisk }) => sum + (status === 'missing' ? Number(atRisk) : 0), 0);

  it('keeps the rows of an application together and puts the most urgent first', () => {
    fc.assert(
      fc.property(apps, (drawn) => {
        const rows = drawn.flatMap((kinds, app) =>
          kinds.map((cells, kind): Row => ({
            sdkAppId: String(1000 + app),
            appName: null,
            kind: (['av', 'recording', 'bill'] as const)[kind] ?? 'av',
            cells: cells.map(({ status, money }) => ({
              day: day('2023-06-01'),
              status,
              atRisk: status === 'missing' && money !== null ? String(money) : null,
              minutesAtRisk: null,
              sources: [],
              files: [],
            })),
          })),
        );
        const sorted = gapsFirst(rows);
        const order = [...new Set(sorted.map(({ sdkAppId }) => sdkAppId))];
        const of = (id: string) => rows.filter(({ sdkAppId }) => sdkAppId === id);
        expect(sorted).toEqual(order.flatMap(of));
        expect(sorted).toHaveLength(rows.length);
        order.slice(1).forEach((id, index) => {
          const [above, below] = [of(order[index] ?? ''), of(id)];
          expect(rankOf(above)).toBeLessThanOrEqual(rankOf(below));
          if (rankOf(above) !== rankOf(below)) return;
          if (rankOf(above) === 0) expect(riskOf(above)).toBeGreaterThanOrEqual(riskOf(below));
          if (rankOf(above) > 0 || riskOf(above) === riskOf(below))
            expect((order[index] ?? '') < id).toBe(true);
        });
      }),
    );
  });

  it('says which id and which name are the widest, a Chinese character being two wide', () => {
    const row = (sdkAppId: string, appName: string | null): Row => ({
      sdkAppId,
      appName,
      kind: 'av',
      cells: [],
    });
    expect(widestOf([])).toEqual({ sdkAppId: '', appName: null });
    expect(widestOf([row('14', 'abcde'), row('1400', null), row('15', '教育a')])).toEqual({
      sdkAppId: '1400',
      appName: 'abcde',
    });
    expect(widestOf([row('14', 'abcd'), row('15', '教育a')]).appName).toBe('教育a');
  });
});

describe('the use of each application by day', () => {
  interface SumRow {
    day: bigint;
    app: string;
    item: string;
    source: string;
    seconds: bigint;
    files: string;
  }

  it('is what SQL says of the same rows', async () => {
    const open = newWorkspace();
    await imported(open, join(FIXTURES, 'cn_usage_detail_rav_5min.csv'));
    await imported(open, usageFile('june.csv', [...through(1, 10, [9]), ...through(2, 7)]));
    await imported(open, usageFile('more.csv', through(1, 3, [4, 5])));
    const week = { from: day('2023-06-01'), to: day('2023-06-08') };
    const days = new CoveredDays(open.readable, week);
    expect([...days.read()].length).toBeGreaterThan(0);
    const found = days.apps.flatMap((app) => [...days.of(app)]);
    const sums = open.readable
      .prepare<SumRow>(
        `SELECT u.day, m.sdk_app_id AS app, m.item, m.source, sum(u.seconds) AS seconds,
           json_group_array(DISTINCT u.id / 4294967296) AS files
         FROM usage_rows u JOIN meters m ON m.id = u.meter_id
         WHERE u.duplicate_of IS NULL AND u.day >= 20230601 AND u.day < 20230608
         GROUP BY 1, 2, 3, 4 ORDER BY 2, 1, 3, 4`,
      )
      .all();
    expect(sums.length).toBeGreaterThan(10);
    const byApp = [...found].sort((a, b) =>
      a.sdkAppId < b.sdkAppId ? -1 : +(a.sdkAppId > b.sdkAppId),
    );
    expect(
      byApp.map(({ day: date, sdkAppId, item, source, seconds, files }) => [
        Number(date.replaceAll('-', '')),
        sdkAppId,
        item,
        source,
        seconds,
        files,
      ]),
    ).toEqual(
      sums.map(({ day: date, app, item, source, seconds, files }) => [
        Number(date),
        app,
        item,
        source,
        Number(seconds),
        JSON.parse(files) as number[],
      ]),
    );
  });

  it('knows no application of a period in which none of its rows counts', async () => {
    const open = newWorkspace();
    await imported(open, usageFile('june.csv', through(1, 10)));
    const july = new CoveredDays(open.readable, { from: day('2023-07-01'), to: day('2023-08-01') });
    expect([...july.read()]).toEqual([]);
    expect(july.apps).toEqual([]);
  });
});
