import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { correctRows } from '../../../../src/main/engine/import/changes/correct-rows';
import { importFile } from '../../../../src/main/engine/import/import-file';
import { JsonDamaged, JsonScan } from '../../../../src/main/engine/reading/tables/json-scan';
import { jsonValue } from '../../../../src/main/engine/reading/tables/json-value';
import { billLines } from '../../../../src/main/engine/store/evidence/bill-lines';
import { importIssues } from '../../../../src/main/engine/store/imports/imports';
import { rawRows } from '../../../../src/main/engine/store/imports/raw-rows';
import {
  timedUsageOf,
  usageRowsBehind,
  usageSeries,
} from '../../../../src/main/engine/store/evidence/usage';
import type { OpenWorkspace } from '../../../../src/main/engine/store/workspace/workspace-file';
import type { ImportOverride } from '../../../../src/shared/contract/imports';
import { toText } from '../../../../src/shared/money/decimal';
import { day } from '../../../../src/shared/period/day';
import { FIXTURES, fileWith, newWorkspace } from '../../workspace';

const APP = '1400123456';
const USAGE = readFileSync(join(FIXTURES, 'api_DescribeTrtcUsage.json'), 'utf8');
const BILL = readFileSync(join(FIXTURES, 'api_DescribeBillDetail.json'), 'utf8');

async function importedAll(open: OpenWorkspace, path: string, override: ImportOverride = {}) {
  return await importFile(open, path, {
    signal: new AbortController().signal,
    onProgress: () => undefined,
    override,
  });
}

function minutes(open: OpenWorkspace): Record<string, number> {
  const sums = new Map<string, number>();
  for (const { item, minutesE4 } of usageSeries(open.readable, null))
    sums.set(item, (sums.get(item) ?? 0) + (minutesE4 ?? 0) / 10_000);
  return Object.fromEntries([...sums].filter(([, sum]) => sum > 0));
}

const SAMPLE = { 'av.audio': 55579, 'av.sd': 61, 'av.hd': 102039, 'av.fhd': 3167 };

describe('the answer of DescribeTrtcUsage', () => {
  const form = (text: string) =>
    JSON.stringify((JSON.parse(text) as { Response: unknown }).Response);

  it.each([
    ['as it came', USAGE],
    ['without the outer object', form(USAGE)],
    ['on one line', JSON.stringify(JSON.parse(USAGE))],
    ['with a byte order mark', `\uFEFF${USAGE}`],
  ])('%s adds up to the minutes of the samples', async (_, text) => {
    const open = newWorkspace();
    const outcomes = await importedAll(open, fileWith(text, `DescribeTrtcUsage-${APP}.json`));
    expect(outcomes).toMatchObject([
      { outcome: 'imported', summary: { rows: 3, accepted: 3, profile: 'api-usage-daily' } },
    ]);
    expect(minutes(open)).toEqual(SAMPLE);
    expect(usageSeries(open.readable, null)[0]).toMatchObject({
      source: 'api',
      granularity: 'day',
    });
  });

  it('leads back to the line, the path and the JSON of its row', async () => {
    const open = newWorkspace();
    await importedAll(open, join(FIXTURES, 'api_DescribeTrtcUsage.json'), { sdkAppId: APP });
    const period = { from: day('2023-06-02'), to: day('2023-06-03') };
    const { rows } = usageRowsBehind(open.readable, { period, sdkAppId: APP, items: ['av.hd'] }, 5);
    const line = USAGE.split('\n').findIndex((text) => text.includes('2023-06-02')) + 1;
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      origin: { file: 'api_DescribeTrtcUsage.json', line: line - 1, column: 'HD' },
      header: ['json:path', 'TimeKey', 'Audio', 'SD', 'HD', 'FullHD', '2K', '4K'],
    });
    expect(rows[0]?.cells[0]).toBe('Response.UsageList[1]');
    expect(JSON.parse(rows[0]?.raw ?? '')).toEqual(
      (JSON.parse(USAGE) as { Response: { UsageList: unknown[] } }).Response.UsageList[1],
    );
  });

  it('may be several answers in one file, one behind the other or in a list', async () => {
    const pages = (
      JSON.parse(USAGE) as { Response: { UsageList: object[] } }
    ).Response.UsageList.map((row) => ({
      Response: { UsageKey: ['Audio', 'SD', 'HD', 'FullHD', '2K', '4K'], UsageList: [row] },
    }));
    for (const text of [
      JSON.stringify(pages),
      pages.map((page) => JSON.stringify(page)).join('\n'),
      // The columns of an answer may stand behind its rows.
      pages
        .map(({ Response: { UsageKey, UsageList } }) => JSON.stringify({ UsageList, UsageKey }))
        .join('\n'),
    ]) {
      const open = newWorkspace();
      const outcomes = await importedAll(open, fileWith(text, 'a.json'), { sdkAppId: APP });
      expect(outcomes).toMatchObject([{ summary: { rows: 3, accepted: 3 } }]);
      expect(minutes(open)).toEqual(SAMPLE);
    }
  });

  it('over one day is read by five minutes', async () => {
    const open = newWorkspace();
    const times = ['00:00:00', '00:05:00', '00:10:00'];
    const text = JSON.stringify({
      UsageKey: ['Audio', 'HD'],
      UsageList: times.map((time) => ({ TimeKey: `2023-06-01 ${time}`, UsageValue: [1.5, 2] })),
    });
    await importedAll(open, fileWith(text, 'a.json'), { sdkAppId: APP });
    const rows = timedUsageOf(open.readable, day('2023-06-01'));
    expect(rows.map(({ start, item }) => `${start ?? ''} ${item}`)).toEqual(
      times.flatMap((time) => [`2023-06-01T${time} av.audio`, `2023-06-01T${time} av.hd`]),
    );
    expect(minutes(open)).toEqual({ 'av.audio': 4.5, 'av.hd': 6 });
  });

  it('keeps a row that is not built like one, with its line, and reads the others', async () => {
    const open = newWorkspace();
    const text = `{"UsageKey": ["Audio", "HD"], "UsageList": [
      {"TimeKey": "2023-06-01 00:00:00", "UsageValue": [1, 2]},
      {"TimeKey": "2023-06-02 00:00:00", "UsageValue": [1]},
      {"TimeKey": "2023-06-03 00:00:00", "UsageValue": [1, 2, 3]},
      {"TimeKey": "2023-06-04 00:00:00", "UsageValue": "1, 2"},
      {"TimeKey": null, "UsageValue": [1, 2]},
      {"TimeKey": "2023-06-06 00:00:00", "UsageValue": [1, -2]},
      {"TimeKey": "2023-06-07 00:00:00", "UsageValue": [1e3, 2]}
    ]}`;
    const outcomes = await importedAll(open, fileWith(text, 'a.json'), { sdkAppId: APP });
    expect(outcomes).toMatchObject([{ summary: { rows: 7, accepted: 1, quarantined: 6 } }]);
    const [outcome] = outcomes;
    if (outcome?.outcome !== 'imported') return;
    const { rows } = importIssues(open.readable, outcome.summary.id, { offset: 0, limit: 9 });
    expect(rows.map(({ code, origin }) => [code, origin?.line])).toEqual([
      ['row-too-short', 3],
      ['row-too-long', 4],
      ['row-bad-json', 5],
      ['row-missing-value', 6],
      ['row-negative-minutes', 7],
      ['row-exponent-number', 8],
    ]);
  });

  it('is of five minutes also where its row at midnight had to be corrected', async () => {
    const open = newWorkspace();
    const text = `{"UsageKey": ["Audio", "HD"], "UsageList": [
      {"TimeKey": "2023-06-01 00:00:00", "UsageValue": "1, 2"},
      {"TimeKey": "2023-06-01 00:05:00", "UsageValue": [1, 2]}
    ]}`;
    await importedAll(open, fileWith(text, 'a.json'), { sdkAppId: APP });
    const act = { by: 'me', at: '2023-07-01T00:00:00Z', signal: new AbortController().signal };
    const cells = ['UsageList[0]', '2023-06-01 00:00:00', '1', '2'];
    expect(await correctRows(open, [{ importId: 1, row: 1, cells }], act)).toMatchObject([
      { accepted: true },
    ]);
    expect(timedUsageOf(open.readable, day('2023-06-01')).map(({ start }) => start)).toEqual([
      '2023-06-01T00:00:00',
      '2023-06-01T00:00:00',
      '2023-06-01T00:05:00',
      '2023-06-01T00:05:00',
    ]);
  });
});

describe('the answers of DescribeRecordingUsage and DescribeMixTranscodingUsage', () => {
  it('are recording by their name, and transcoding by their columns', async () => {
    const open = newWorkspace();
    await importedAll(open, fileWith(USAGE, `DescribeRecordingUsage-multi-${APP}.json`));
    const transcoding = JSON.stringify({
      UsageKey: [
        'Audio',
        'SDH264',
        'HDH264',
        'FullHDH264',
        '2KH264',
        '4KH264',
        'SDH265',
        'HDH265',
        'FullHDH265',
        '2KH265',
        '4KH265',
      ],
      UsageList: [
        { TimeKey: '2023-06-01 00:00:00', UsageValue: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] },
      ],
    });
    await importedAll(open, fileWith(transcoding, `DescribeMixTranscodingUsage-${APP}.json`));
    expect(minutes(open)).toEqual({
      'recording.mixed.audio': 55579,
      'recording.mixed.sd': 61,
      'recording.mixed.hd': 102039,
      'recording.mixed.fhd': 3167,
      'transcoding.audio': 1,
      'transcoding.h264.sd': 2,
      'transcoding.h264.hd': 3,
      'transcoding.h264.fhd': 4,
      'transcoding.h264.2k': 5,
      'transcoding.h264.4k': 6,
      'transcoding.h265.sd': 7,
      'transcoding.h265.hd': 8,
      'transcoding.h265.fhd': 9,
      'transcoding.h265.2k': 10,
      'transcoding.h265.4k': 11,
    });
  });
});

describe('the answer of DescribeBillDetail', () => {
  it('is a bill, with the amounts of the sample', async () => {
    const open = newWorkspace();
    const outcomes = await importedAll(open, fileWith(BILL, 'bill.json'));
    expect(outcomes).toMatchObject([
      { summary: { kind: 'bill', profile: 'api-bill-detail', rows: 1, accepted: 1 } },
    ]);
    const [line] = billLines(open.readable);
    expect(line).toMatchObject({
      bucket: 'settlement',
      item: 'av.hd',
      sdkAppId: '1400123456',
      transactionId: '2023060200000000100002',
      priceUnit: '元/千分钟/天',
      currency: 'CNY',
      origin: { line: 7 },
    });
    expect(
      [line?.amount, line?.voucher, line?.freeCredit, line?.cash].map(
        (amount) => amount && toText(amount),
      ),
    ).toEqual(['933.3576', '855.961', '50', '27.3966']);
  });

  it('has a line for each component, and reads "-" and "" as no amount', async () => {
    const page = JSON.parse(BILL) as { Response: { DetailSet: { ComponentSet: object[] }[] } };
    const [detail] = page.Response.DetailSet;
    const [component] = detail?.ComponentSet ?? [];
    detail?.ComponentSet.push({
      ...component,
      ItemCodeName: '语音时长',
      RealCost: '1',
      Cost: '-',
      VoucherPayAmount: '',
      IncentivePayAmount: '0',
      CashPayAmount: '1',
    });
    detail?.ComponentSet.push({ ...component, RealCost: '' });
    const open = newWorkspace();
    const [outcome] = await importedAll(open, fileWith(JSON.stringify(page), 'bill.json'));
    expect(outcome).toMatchObject({ summary: { rows: 3, accepted: 2, quarantined: 1 } });
    const lines = billLines(open.readable);
    expect(lines.map(({ item }) => item)).toEqual(['av.hd', 'av.audio']);
    expect(lines[1]).toMatchObject({ originalAmount: null, voucher: null });
    const [row] = rawRows(open.readable, [lines[1]?.id ?? 0]);
    expect(row?.cells[0]).toBe('Response.DetailSet[0].ComponentSet[1]');
  });
});

describe('JSON that cannot be imported', () => {
  it.each([
    ['cut off', USAGE.slice(0, 500), 'json-damaged'],
    ['with a row that is a number', '{"UsageKey":["HD"],"UsageList":[1]}', 'json-damaged'],
    ['without rows', '{"Response":{"UsageKey":["Audio"],"UsageList":[]}}', 'json-empty'],
    ['an error', '{"Response":{"Error":{"Code":"AuthFailure","Message":"no"}}}', 'json-error'],
    ['by room', '{"Response":{"Data":"RoomId,Audio\\nr,1"}}', 'room-usage'],
    ['about quality', '{"Response":{"RoomList":[{"CommId":"a"}]}}', 'quality-export'],
    [
      'bandwidth',
      '{"UsageKey":["Bandwidth"],"UsageList":[{"TimeKey":"2023-06-01 00:00:00","UsageValue":[10.11]}]}',
      'relay-usage',
    ],
    ['something else', '{"a":1}', 'json'],
  ])('%s is refused with its reason', async (_, text, context) => {
    const open = newWorkspace();
    expect(await importedAll(open, fileWith(text, 'a.json'), { sdkAppId: APP })).toMatchObject([
      { outcome: 'failed', error: { code: 'file-wrong-kind', params: { context } } },
    ]);
  });
});

describe('laws of the scan', () => {
  const wanted = (path: readonly (string | number)[]) => path.at(-2) === 'UsageList';
  const scan = (text: string, cuts: readonly number[]) => {
    const scanned = new JsonScan(wanted);
    const found = [];
    let from = 0;
    for (const cut of [
      ...cuts.map((at) => at % (text.length + 1)).sort((a, b) => a - b),
      text.length,
    ]) {
      found.push(...scanned.push(text.slice(from, cut)));
      from = cut;
    }
    scanned.end();
    return found;
  };

  it('the cuts between pieces change nothing, and every row is found with its line', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue(), { maxLength: 5 }),
        fc.array(fc.nat(), { maxLength: 6 }),
        fc.boolean(),
        (values, cuts, spread) => {
          const rows = values.map((value) => ({ value }));
          const text = JSON.stringify(
            { before: values, Response: { UsageList: rows } },
            null,
            spread ? 1 : 0,
          );
          const whole = scan(text, []);
          expect(scan(text, cuts)).toEqual(whole);
          expect(whole.map((part) => JSON.parse(part.text) as unknown)).toEqual(
            JSON.parse(JSON.stringify(rows)),
          );
          for (const { line, text: own } of whole)
            expect(
              text
                .split('\n')
                .slice(line - 1)
                .join('\n'),
            ).toContain(own);
        },
      ),
    );
  });

  it('what JSON.parse refuses is refused', () => {
    const edit = fc.record({
      at: fc.nat(),
      put: fc.constantFrom('', '"', ',', '}', ']', '{', ':', '0', 'x', '\\'),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        let text = JSON.stringify({ a: [1, { b: 'c' }], d: null });
        for (const { at, put } of edits) {
          const place = at % text.length;
          text = text.slice(0, place) + put + text.slice(place + 1);
        }
        const scanned = new JsonScan(() => false);
        const refused = (() => {
          try {
            scanned.push(text);
            scanned.end();
            return false;
          } catch (thrown) {
            if (thrown instanceof JsonDamaged) return true;
            throw thrown;
          }
        })();
        const parses = (() => {
          try {
            JSON.parse(text);
            return true;
          } catch {
            return false;
          }
        })();
        // Several documents in one file, and unknown escapes, are all that is let through besides.
        if (parses) expect(refused).toBe(false);
      }),
    );
  });

  it('keeps the digits of numbers', () => {
    expect(jsonValue('{"a": 1.10, "b": [12345678901234567890, -0.5]}')).toEqual({
      a: '1.10',
      b: ['12345678901234567890', '-0.5'],
    });
    expect(jsonValue('{"a": 01}')).toBeNull();
  });
});
