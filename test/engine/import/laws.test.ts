import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  cleanCell,
  isProblem,
  momentCell,
  numberCell,
  scaledCell,
} from '../../../src/main/engine/reading/cells/cells';
import { linesBetween, splitRecords } from '../../../src/main/engine/reading/text/csv-records';
import { headerName } from '../../../src/main/engine/reading/layout/header-name';
import { rawRows } from '../../../src/main/engine/store/imports/raw-rows';
import { rowId } from '../../../src/main/engine/store/workspace/row-id';
import { FIXTURES, fileWith, importing, newWorkspace } from '../workspace';

const bytes = (name: string) => readFileSync(join(FIXTURES, name));
const SAMPLES = [
  bytes('cn_usage_detail_rav_daily.csv'),
  bytes('cn_usage_detail_rav_5min.csv').subarray(0, 4000),
  bytes('cn_L3_detail.csv'),
  bytes('cn_L3_detail_variant_gb18030.csv'),
];

/** A sample with a few bytes overwritten, removed or added: what a broken download or a careless edit does. */
const damaged = fc
  .record({
    sample: fc.constantFrom(...SAMPLES),
    edits: fc.array(
      fc.record({
        at: fc.nat(),
        drop: fc.nat({ max: 12 }),
        put: fc.oneof(
          fc.constantFrom(
            '"',
            ',',
            '\n',
            '\r',
            '\t',
            '""',
            '",',
            '"\n',
            '\u0000',
            '#REF!',
            '合计',
            '-',
            '=',
          ),
          fc.string({ maxLength: 4 }),
        ),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    cut: fc.option(fc.nat()),
  })
  .map(({ sample, edits, cut }) => {
    let file: Buffer = Buffer.from(sample);
    for (const { at, drop, put } of edits) {
      const place = at % file.length;
      file = Buffer.concat([
        file.subarray(0, place),
        Buffer.from(put),
        file.subarray(place + drop),
      ]);
    }
    return cut === null ? file : file.subarray(0, cut % file.length);
  });

describe('laws of the import', () => {
  it('no damage makes it crash or lose a row, and each row is found again in the file', async () => {
    await fc.assert(
      fc.asyncProperty(damaged, async (file) => {
        const open = newWorkspace();
        const outcome = await importing(open, fileWith(file));
        if (outcome.outcome === 'imported') {
          const { id, rows, accepted, quarantined, duplicates, ignored, encoding } =
            outcome.summary;
          expect(accepted + quarantined + duplicates + ignored).toBe(rows);
          const ids = Array.from({ length: rows }, (_, row) => rowId(id, row + 1));
          const text = new TextDecoder(encoding === 'gb18030' ? 'gb18030' : 'utf-8').decode(file);
          const lines = rawRows(open.readable, ids).map((row) => row.origin.line ?? 0);
          expect(lines).toEqual([...lines].sort((a, b) => a - b));
          for (const row of rawRows(open.readable, ids)) expect(text).toContain(row.raw);
        }
        open.close();
      }),
      { numRuns: 60 },
    );
  });

  it('records cut anywhere are the records of the whole', () => {
    const cell = fc.stringMatching(/^[a-z0-9 ]{0,6}$/);
    const quoted = fc
      .array(fc.constantFrom('a', ',', '"', '\n', '\r\n', ' '), { maxLength: 5 })
      .map((parts) => `"${parts.join('').replaceAll('"', '""')}"`);
    const row = fc
      .array(fc.oneof(cell, quoted), { minLength: 2, maxLength: 4 })
      .map((cells) => cells.join(','));
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 8 }),
        fc.nat(),
        fc.constantFrom('\n', '\r\n'),
        (rows, at, end) => {
          const text = rows.map((line) => line + end).join('');
          const cut = text.length === 0 ? 0 : at % text.length;
          const whole = splitRecords(text, ',', true);
          const head = splitRecords(text.slice(0, cut), ',', false);
          const tail = splitRecords(text.slice(head.consumed), ',', true);
          expect([...head.cells, ...tail.cells]).toEqual(whole.cells);
        },
      ),
    );
  });

  it('canonical number text is the same number, and scaling is exact', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n - 10n ** 17n, max: 10n ** 17n - 1n }),
        fc.nat({ max: 8 }),
        (value, zeros) => {
          const digits = (value < 0n ? -value : value).toString().padStart(9, '0');
          const text = `${value < 0n ? '-' : ''}00${digits.slice(0, -8)}.${digits.slice(-8)}${'0'.repeat(zeros)}`;
          const plain = numberCell(text);
          expect(typeof plain === 'string' && scaledCell(plain, 8)).toBe(value);
        },
      ),
    );
  });
});

describe('cells', () => {
  it.each([
    ['1,234.5', '1234.5'],
    ['１２３', '123'],
    ['-0.00', '0'],
    ['+7', '7'],
    ['.5', '0.5'],
    ['-', null],
    ['N/A', null],
    ['', null],
  ])('the number %j is %j', (text, value) => {
    expect(numberCell(text)).toBe(value);
  });

  it.each(['1.2E+05', '#REF!', '1,23', 'ten', '(12)', '0x10', 'NaN', 'Infinity', '1 000'])(
    '%j is no number',
    (text) => {
      expect(isProblem(numberCell(text))).toBe(true);
    },
  );

  it.each([
    ['2023-06-01 08:12:33', { day: 20230601, second: 29553 }],
    ['2023/6/1 8:12', { day: 20230601, second: 29520 }],
    ['2023-06-01', { day: 20230601, second: null }],
    ['20230601', { day: 20230601, second: null }],
    ['2023年6月1日', { day: 20230601, second: null }],
    ['2024-02-29 23:59:59', { day: 20240229, second: 86399 }],
    ['2023-02-29', null],
    ['6/1/2023', null],
    ['2023-06-01 24:00:00', null],
    ['2023-06/01', null],
  ])('the moment %j is %j', (text, value) => {
    expect(momentCell(text)).toEqual(value);
  });

  it.each([
    ['="1400123456"', '1400123456'],
    ["'1400123456", '1400123456'],
    ['\t1400123456\t', '1400123456'],
    ['\uFEFF\u00A0x\u3000', 'x'],
    ['实时音视频', '实时音视频'],
  ])('%j is %j without its wrapping', (text, value) => {
    expect(cleanCell(text)).toBe(value);
  });

  it.each([
    ['资源 ID', '资源id'],
    ['原价（元）', '原价'],
    ['代金券支出(元)', '代金券支出'],
    ['标签键：project', '标签键:project'],
    ['\uFEFFSdkAppId', 'sdkappid'],
  ])('the column %j is compared as %j', (text, name) => {
    expect(headerName(text)).toBe(name);
  });

  it('counts CRLF, LF and CR as one line end each', () => {
    const text = 'a\r\nb\nc\rd\r\n';
    expect(linesBetween(text, 0, text.length)).toBe(4);
    expect(linesBetween(text, 0, 3)).toBe(1);
  });
});
