import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  events,
  methods,
  type Input,
  type MethodName,
  type Output,
} from '../../src/shared/contract/contract';
import { ERROR_CODES } from '../../src/shared/contract/error';
import { batchForecastSchema } from '../../src/shared/contract/import-changes';
import { importOutcomeSchema } from '../../src/shared/contract/imports';
import { DICTIONARIES } from '../../src/main/engine/locale/dictionaries';
import { hasSentence } from '../../src/main/engine/locale/sentence';
import { engineClient } from '../support/engine-client';
import { askBackups, askPriceBooks, askReports } from './ask-beside';
import { askDecisions } from './ask-decisions';
import { askMapping } from './ask-mapping';

/** Every method is asked of a real engine, through what a process port does to messages. */
const folder = mkdtempSync(join(tmpdir(), 'recount-contract-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the contract', () => {
  it('holds for every method and event of a session with the sample month', async () => {
    const client = engineClient();
    const asked = new Set<MethodName>();
    const ask = async <M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> => {
      asked.add(method);
      const value = await client.ask(method, structuredClone(input));
      // Nothing but plain data may cross: the same after a copy, and it reads as its schema says.
      expect(structuredClone(value)).toEqual(value);
      expect(methods[method].output.safeParse(value).error).toBeUndefined();
      return value;
    };
    const page = { offset: 0, limit: 1000 };

    const about = await ask('engine.about', {});
    expect(about.priceBooks.map(({ site }) => site).toSorted()).toEqual(['cn', 'intl']);
    expect(await ask('workspace.current', {})).toBeNull();
    await ask('workspace.create', { path: join(folder, 'new.recount') });
    await ask('workspace.close', {});
    await ask('workspace.open', { path: join(folder, 'new.recount') });

    const { workspace, paths } = await ask('workspace.openSample', {});
    expect(workspace).toMatchObject({ temporary: true, currency: 'CNY' });
    const account = await ask('account.get', {});
    await ask('account.set', { json: account.json ?? '' });
    await ask('account.setFromFile', {
      path: join(import.meta.dirname, '../../resources/sample-month/account.json'),
    });
    for (const inspected of await ask('imports.inspect', { paths }))
      expect(inspected.ok).toBe(true);
    const outcomes = await client.resultOf(ask('imports.start', { paths }));
    expect(importOutcomeSchema.array().parse(outcomes)).toMatchObject([
      { outcome: 'imported' },
      { outcome: 'imported' },
    ]);
    expect(await ask('jobs.list', {})).toMatchObject([{ kind: 'import', state: 'finished' }]);

    const [first] = (await ask('imports.list', { offset: 0, limit: 1000 })).rows;
    const importId = first?.id ?? 0;
    await ask('imports.undo', { importId });
    await ask('imports.redo', { importId });
    await ask('imports.issues', { importId, ...page });
    expect(await ask('imports.repeats', { importId, ...page })).toMatchObject({ total: 0 });
    await ask('imports.quarantine', { importId: null, ...page });
    expect(
      batchForecastSchema.parse(await client.resultOf(ask('imports.forecast', { paths }))),
    ).toEqual({ files: [], total: { seconds: 0, amounts: [] }, months: [] });
    expect(await ask('imports.replace', { importId })).toEqual({ replaced: 0 });
    await ask('imports.keepBoth', { importId });
    expect(await ask('imports.restatements', {})).toEqual([]);
    expect(await ask('imports.restatedRows', { restatementId: 1, ...page })).toMatchObject({
      total: 0,
    });
    const bad = join(folder, 'bad.csv');
    const usage = readFileSync(paths.find((path) => path.includes('usage')) ?? '', 'utf8');
    const [header = '', row = ''] = usage.split('\n');
    writeFileSync(bad, `${header}\n${row.slice(0, row.lastIndexOf(','))}\n`);
    await client.resultOf(ask('imports.start', { paths: [bad] }));
    const unread = await ask('imports.quarantine', { importId: null, ...page });
    const corrections = unread.rows.map(({ importId: of, row: at }) => ({
      importId: of,
      row: at,
      cells: ['not a day'],
    }));
    expect(await ask('imports.correctRows', { corrections })).toMatchObject([{ accepted: false }]);
    await ask('imports.undo', { importId: unread.rows[0]?.importId ?? 0 });
    const places = { rows: [{ importId, row: 1 }] };
    expect(await ask('imports.dismissRows', { ...places, reason: 'none' })).toEqual({ changed: 0 });
    expect(await ask('imports.reopenRows', places)).toEqual({ changed: 0 });

    const [month] = await ask('audits.months', {});
    const period = month?.period ?? null;
    expect(await ask('audits.latest', { period })).toBeNull();
    await client.resultOf(ask('audits.start', { period }));
    const run = await ask('audits.latest', { period });
    const runId = run?.id ?? 0;
    expect(run).toMatchObject({ current: true, totals: { unexplained: '0' } });
    const comparisons = await ask('audits.comparisons', {
      runId,
      ...page,
      filter: { onlyDiscrepancies: false },
      sort: { by: 'magnitude', descending: true },
    });
    expect(comparisons).toMatchObject({ total: 310, difference: run?.totals.difference });
    for (const { id } of comparisons.rows) await ask('audits.explain', { runId, comparisonId: id });
    const [charge] = (await ask('audits.charges', { runId, ...page })).rows;
    expect(charge).toBeDefined();
    if (charge) {
      const { periodStart, sdkAppId, item } = charge;
      const use = { runId, day: periodStart, sdkAppId, item };
      expect((await ask('charges.explain', use))?.charge).toEqual(charge);
      expect(await ask('charges.explain', { ...use, sdkAppId: 'nobody' })).toBeNull();
    }
    const chosen = {
      sort: { by: 'magnitude', descending: true },
      ranges: [{ from: 0, to: 3 }],
    } as const;
    await ask('groups.comparisons', {
      runId,
      ...page,
      filter: { onlyDiscrepancies: true },
      by: 'cause',
      sort: { by: 'magnitude', descending: true },
    });
    expect(await ask('imports.applications', {})).not.toEqual([]);
    if (period) {
      expect(await ask('coverage.page', { period, order: 'gaps', ...page })).toMatchObject({
        currency: 'CNY',
        missing: 0,
      });
      const filter = { onlyGaps: false };
      const byDay = { by: 'day', descending: false } as const;
      const used = await ask('usage.page', { period, ...page, filter, sort: byDay });
      await ask('usage.series', { period, filter, by: 'item', series: 3 });
      const [{ day, sdkAppId, item }] = used.rows as [(typeof used.rows)[0]];
      expect((await ask('usage.raw', { day, sdkAppId, item })).total).toBeGreaterThan(0);
    }
    const unnamed = join(import.meta.dirname, '../fixtures/trtc_console_usage_5min.csv');
    await client.importFiles([unnamed]);
    const open = (await ask('imports.list', { offset: 0, limit: 1000 })).rows.find(
      ({ application }) => application !== null,
    );
    const said = { importId: open?.id ?? 0, sdkAppId: '1400000009' };
    expect(await ask('imports.sayApplication', said)).toMatchObject({
      application: { sdkAppId: '1400000009', by: 'said' },
    });
    await ask('imports.undo', { importId: said.importId });
    const view = {
      grid: 'bills',
      filter: { onlyFindings: true },
      sort: { by: 'file', descending: false },
      layout: null,
    } as const;
    await ask('pictures.write', {
      path: join(folder, 'chart.svg'),
      format: 'svg',
      base64: Buffer.from('<svg/>').toString('base64'),
    });
    expect(await ask('workspace.sampleNames', {})).toEqual({ language: null });
    await ask('views.save', { name: 'mine', view });
    expect(await ask('views.list', { grid: 'bills' })).toEqual([{ name: 'mine', view }]);
    await ask('views.remove', { grid: 'bills', name: 'mine' });
    await ask('selections.comparisons', {
      runId,
      filter: { onlyDiscrepancies: true },
      sort: chosen.sort,
      ranges: [...chosen.ranges],
    });
    expect(await ask('audits.findings', { runId })).toHaveLength(7);
    expect(await ask('audits.evidence', { runId })).toHaveLength(1);
    expect(await ask('audits.bridges', { runId, by: 'application' })).toHaveLength(3);
    await client.resultOf(ask('audits.infer', { period }));
    await askDecisions(ask, client.importFiles, { runId, period, folder });
    expect(await ask('audits.charges', { runId, ...page })).toMatchObject({ total: 310 });
    expect((await ask('audits.drawdowns', { runId, ...page })).rows.length).toBeGreaterThan(0);
    const bill = await ask('bills.page', {
      runId,
      ...page,
      period,
      filter: { onlyFindings: false },
      sort: { by: 'file', descending: false },
    });
    expect(bill.total).toBe(bill.rows.length);
    await ask('selections.billLines', {
      runId,
      period,
      filter: { onlyFindings: false },
      sort: { by: 'amount', descending: true },
      ranges: [...chosen.ranges],
    });
    const lineId = bill.rows[0]?.line.id ?? 0;
    expect(await ask('bills.line', { runId, lineId })).toMatchObject(bill.rows[0] ?? {});
    const inFile = {
      ...{ runId, period, filter: { onlyFindings: false } },
      sort: { by: 'file', descending: false } as const,
    };
    expect(await ask('places.billLine', { ...inFile, lineId })).toEqual({ place: 0 });
    const largest = {
      ...{ runId, filter: { onlyDiscrepancies: true }, comparisonId: 'none' },
      sort: chosen.sort,
    };
    expect(await ask('places.comparison', largest)).toEqual({ place: null });
    const [source] = await ask('packages.list', { runId });
    const days = await ask('packages.days', { runId, source: source?.source ?? '' });
    const trend = await ask('months.trend', { periods: period ? [period] : [] });
    expect(trend.map((one) => one.run?.runId)).toEqual([runId]);
    expect((await ask('months.use', { runIds: [runId] })).length).toBeGreaterThan(3);
    const burnDown = await ask('packages.burnDown', { runId });
    expect(burnDown.sources.length).toBeGreaterThan(0);
    for (const { day, draws } of days.slice(0, 1)) {
      const drawn = await ask('packages.drawdowns', {
        runId,
        ...page,
        source: source?.source ?? '',
        day,
      });
      expect(drawn).toMatchObject({ total: draws });
    }
    const noDeductions = { source: null, onlyDifferences: false };
    expect(await ask('packages.deductions', { runId, ...page, ...noDeductions })).toMatchObject({
      total: 0,
    });
    const rules = await ask('imports.itemRules', {});
    await ask('imports.setItemRules', { rules: rules.rules });
    await askMapping(ask, paths.find((path) => path.includes('bill')) ?? '', folder);
    for (const site of ['cn', 'intl'] as const)
      expect((await ask('prices.table', { site })).prices.length).toBeGreaterThan(0);
    const plan = {
      site: null,
      on: null,
      item: 'av.hd',
      daysPerMonth: 30,
      streamRule: null,
    } as const;
    await ask('estimate.calls', {
      ...plan,
      callsPerDay: '10',
      usersPerCall: '2.5',
      minutesPerUser: '30',
    });
    await ask('estimate.live', {
      ...plan,
      roomsPerDay: '1',
      anchorsPerRoom: '2',
      audiencePerRoom: '50',
      minutesPerRoom: '60',
    });
    await ask('estimate.item', { site: null, on: null, item: 'recording.mixed.hd', quantity: '9' });
    await client.resultOf(ask('estimate.advise', { months: { last: 1 }, on: null }));
    const session = { runId, folder, resultOf: client.resultOf };
    await askReports(ask, session);
    await askPriceBooks(ask, session);
    const copy = await ask('workspace.saveCopy', { path: join(folder, 'copy.recount') });
    expect(copy).toMatchObject({ path: join(folder, 'copy.recount'), temporary: false });

    await askBackups(ask, session, copy.path);

    const { jobId } = await ask('audits.start', { period });
    await ask('jobs.cancel', { jobId });
    await client.engine.close();

    expect(client.faults).toEqual([]);
    expect([...asked].toSorted()).toEqual(Object.keys(methods).toSorted());
    for (const { event, payload } of client.heard)
      expect(events[event].safeParse(structuredClone(payload)).error).toBeUndefined();
  });

  it('has a sentence for every error in every language', () => {
    for (const language of ['en', 'zh-CN', 'ko'] as const)
      for (const code of ERROR_CODES) expect(hasSentence(language, `errors:${code}`)).toBe(true);
    expect(Object.keys(DICTIONARIES)).toHaveLength(3);
  });
});
