import fc from 'fast-check';
import iconv from 'iconv-lite';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../../../src/main/engine/import/import-file';
import type { OpenWorkspace } from '../../../../src/main/engine/store/workspace/workspace-file';
import { usageFile } from '../../usage-file';
import { newWorkspace, temporaryFolder } from '../../workspace';

/**
 * Rows of usage are read by their bytes where that is possible, whatever the encoding of their file: read as text they
 * must leave the same rows, issues and pieces behind.
 */
const HEADER =
  '日期,UIN,产品名称,子产品名称,计费项,计费细项,用量开始时间,用量结束时间,SdkAppId,属性,用量单位,标准用量,抵扣用量,抵扣余量';

const cell = {
  day: fc.constantFrom('2023-06-01', '2023/6/2', '20230603', '2023-06-31', '', '-', ' 2023-06-01'),
  uin: fc.constantFrom('100012345678', '1', '', '2.02E+22', '客户'),
  product: fc.constantFrom('实时音视频', '实时音视频', '实时音视频', '云点播', ''),
  clock: fc.constantFrom('00:00:00', '00:05:00', '0:10', '23:59:59', '24:00:00'),
  app: fc.constantFrom('1400000001', '1400000002', '', '1.4E+10', '="1400000001"', '\t1400000001'),
  tier: fc.constantFrom('语音', '标清', '高清', '全高清', '八K', ''),
  unit: fc.constantFrom('分钟', '分钟', '分钟', '秒', '千分钟', '小时', '天'),
  value: fc.oneof(
    fc.nat({ max: 3_000_000 }).map((value) => (value / 10_000).toFixed(4)),
    fc.nat({ max: 1_000_000_000 }).map(String),
    fc.constantFrom('', '-', '1.', '.5', '1.23456', '1E5', '0007', '1,000', '-3', '#REF!', '１２'),
    fc.constantFrom('999999999', '999999999.9999', '1000000000', '12 ', '0.0000'),
  ),
};
const row = fc
  .record({
    ...cell,
    from: fc.option(cell.clock, { freq: 20 }),
    to: cell.clock,
    deducted: cell.value,
    rest: fc.constantFrom('', '1.5', '�', ',', '余', '\u00A0'),
    end: fc.constantFrom('\n', '\n', '\n', '\r\n', '\n\n', '\r'),
    wrap: fc.constantFrom('', '', '', '', '"'),
  })
  .map(({ wrap, end, from, ...r }) => {
    const start = from === null ? '' : `${r.day} ${from}`;
    const names = [r.uin, r.product, '实时音视频-音视频通话', '时长', '订阅时长'];
    const rest = [start, `${r.day} ${r.to}`, r.app, r.tier, r.unit, r.value, r.deducted, r.rest];
    return `${[`${wrap}${r.day}${wrap}`, ...names, ...rest].join(',')}${end}`;
  });
const odd = fc.constantFrom(
  `${HEADER}\n`,
  '合计,,,,,,,,,,,12.5,,\n',
  '2023-06-01,too short\n',
  ' \n',
);
/** Mostly ordinary rows, so that reading by bytes gets far before it has to give up. */
const plain = fc
  .record({ slot: fc.nat({ max: 287 }), app: fc.nat({ max: 3 }), tier: cell.tier, of: cell.value })
  .map(({ slot, app, tier, of }) => {
    const at = (minutes: number) =>
      `2023-06-01 ${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`;
    return `2023-06-01,1,实时音视频,实时音视频-音视频通话,时长,订阅时长,${at(slot * 5)},${at(slot * 5 + 5)},140000000${app},${tier},分钟,${of},0,0\n`;
  });
const text = fc
  .tuple(
    fc.array(plain, { maxLength: 60 }),
    fc.array(fc.oneof({ weight: 8, arbitrary: plain }, row, odd), { maxLength: 30 }),
    fc.boolean(),
  )
  .map(([first, second, cut]) => {
    const all = `${HEADER}\n${[...first, ...second].join('')}`;
    return cut ? all.replace(/[\r\n]+$/, '') : all;
  });

/** What an import leaves behind, without what names the encoding and the bytes of its file. */
function left(open: OpenWorkspace): unknown {
  const all = (sql: string) => open.readable.prepare<Record<string, unknown>>(sql).all();
  return {
    imports: all(
      `SELECT profile, columns, header_line, rows, accepted, quarantined, ignored, first_day, last_day, apps
       FROM imports`,
    ),
    meters: all('SELECT * FROM meters ORDER BY id'),
    usage: all('SELECT * FROM usage_rows ORDER BY id'),
    quarantined: all('SELECT * FROM quarantined_rows ORDER BY id'),
    issues: all('SELECT * FROM import_issues ORDER BY id'),
    chunks: all('SELECT * FROM raw_chunks ORDER BY id').map(({ text: stored, ...chunk }) => ({
      ...chunk,
      text: zstdDecompressSync(stored as Buffer).toString(),
    })),
  };
}

const ENCODINGS = {
  'utf-8': (text: string) => Buffer.from(text),
  'utf-8-bom': (text: string) => Buffer.from(`\uFEFF${text}`),
  gb18030: (text: string) => iconv.encode(text, 'gb18030'),
  'utf-16le': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'utf-16be': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
};

async function importBytes(bytes: Buffer, asText: boolean): Promise<unknown> {
  const open = newWorkspace();
  const path = join(temporaryFolder(), 'usage.csv');
  writeFileSync(path, bytes);
  const [outcome] = await importFile(open, path, {
    signal: new AbortController().signal,
    onProgress: () => undefined,
    asText,
  });
  return outcome?.outcome === 'failed' ? outcome.error : left(open);
}

describe('rows of usage read by their bytes', () => {
  it('are the same as those read as text, whatever the file holds and however it is written', async () => {
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.constantFrom(...Object.values(ENCODINGS)),
        fc.option(fc.record({ at: fc.nat(), byte: fc.nat({ max: 255 }) }), { freq: 4 }),
        async (whole, encode, damage) => {
          const bytes = encode(whole);
          // A byte that may mean nothing in the encoding of the others.
          if (damage) bytes[damage.at % bytes.length] = damage.byte;
          expect(await importBytes(bytes, false)).toEqual(await importBytes(bytes, true));
        },
      ),
      { numRuns: Number(process.env['RECOUNT_FUZZ'] ?? 60) },
    );
  }, 600_000);

  it.each(Object.entries(ENCODINGS))('are found in a large file in %s', async (_, encode) => {
    const lines = readFileSync(usageFile(9_000), 'utf8')
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split('\n');
    // Characters that need two bytes, three, and four, on lines that are far apart.
    lines[4_000] = (lines[4_000] ?? '').replace('订阅时长', '订阅\u00E9时长');
    lines[6_500] = (lines[6_500] ?? '').replace('订阅时长', '订阅\u{20BB7}时长');
    lines[8_000] = (lines[8_000] ?? '').replace('分钟', '光年');
    const bytes = encode(`${lines.join('\n')}\n`);
    const byBytes = await importBytes(bytes, false);
    expect(byBytes).toEqual(await importBytes(bytes, true));
    expect(byBytes).toMatchObject({
      imports: [{ rows: 9000n, accepted: 8999n, quarantined: 1n }],
      quarantined: [{ line: 8001n, raw: lines[8_000] }],
    });
  });
});
