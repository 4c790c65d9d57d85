import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { verdictSchema, type ReportFormat } from '../../../src/shared/contract/reports';
import { decimal } from '../../../src/shared/money/decimal';
import { auditJsonSchema } from '../../support/audit-json';
import { engineClient, type EngineClient } from '../../support/engine-client';
import { FIXTURES } from '../workspace';

/** The days of the files: of later ones nothing could tell what is at risk. */
const JUNE = { from: '2023-06-01', to: '2023-06-04' } as never;
const DAILY = (day: string) => `100012345678-202306${day}-按扣费周期-明细账单.csv`;
const writtenSchema = z.object({ files: z.array(z.string()) });

const linesOf = (name: string) =>
  readFileSync(join(FIXTURES, name), 'utf8').trimEnd().split(/\r?\n/);

let client: EngineClient;
const folder = mkdtempSync(join(tmpdir(), 'recount-days-'));
let runId = 0;

function write(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, [...lines, ''].join('\n'));
  return path;
}

/** Usage without 2 June, and a bill of which one line was made dearer from one day to the next. */
beforeAll(async () => {
  client = engineClient();
  await client.ask('workspace.create', { path: null });
  const [usageHeader = '', ...usage] = linesOf('cn_usage_detail_rav_daily.csv');
  const [billHeader = '', ...bill] = linesOf('cn_L3_detail.csv');
  const dearer = bill.map((line, index) => {
    const cells = line.split(',');
    if (index === 2) cells[29] = '9.99';
    return cells.join(',');
  });
  await client.importFiles([
    write('usage.csv', [usageHeader, ...usage.filter((line) => !line.startsWith('2023-06-02'))]),
    write(DAILY('03'), [billHeader, ...bill]),
    write(DAILY('04'), [billHeader, ...dearer]),
  ]);
  runId = (await client.audit(JUNE)).id;
});
afterAll(async () => {
  await client.engine.close();
  rmSync(folder, { recursive: true });
});

async function written(
  format: ReportFormat,
  language: 'en' | 'zh-CN' | 'ko' = 'en',
  masked = false,
) {
  const { id } = (await client.ask('audits.latest', { period: JUNE })) ?? { id: runId };
  const result = await client.resultOf(
    client.ask('reports.write', { runId: id, folder, formats: [format], language, masked }),
  );
  return writtenSchema.parse(result).files[0] ?? '';
}

describe('a report over a month with gaps and restated rows', () => {
  it('says in JSON which days are missing, what that may cost, and what was restated', async () => {
    const report = auditJsonSchema.parse(JSON.parse(await readFile(await written('json'), 'utf8')));
    const { coverage, restated } = report;
    const gaps = coverage.days.filter(({ status }) => status === 'missing');
    expect(gaps).toContainEqual(
      expect.objectContaining({ kind: 'av', from: '2023-06-02', to: '2023-06-03' }),
    );
    expect(coverage.missing).toBeGreaterThan(0);
    expect(decimal(coverage.atRisk ?? '0').gt(0)).toBe(true);
    // Every day of the month stands once in the row of each application and kind.
    const asked = await client.ask('coverage.page', {
      period: JUNE,
      order: 'application',
      offset: 0,
      limit: 100,
    });
    for (const { sdkAppId, kind } of asked.rows) {
      const own = coverage.days.filter((one) => one.sdkAppId === sdkAppId && one.kind === kind);
      expect(own[0]?.from).toBe('2023-06-01');
      expect(own.at(-1)?.to).toBe('2023-06-04');
      own.slice(1).forEach(({ from }, index) => expect(from).toBe(own[index]?.to));
    }
    expect(coverage.atRisk).toBe(asked.atRisk);
    expect(restated).toMatchObject([
      {
        change: 'changed',
        older: { file: DAILY('03'), line: 4 },
        newer: { file: DAILY('04'), line: 4 },
      },
    ]);
    expect(restated[0]?.cells.map(({ newer }) => newer)).toEqual(['9.99']);
    expect(report.issues.map(({ code }) => code)).toContain('restated-bill');
  });

  it.each([
    ['en', 'Cover', 'Days that are there', 'missing', 'At most about', 'Coverage', 'Restated'],
    ['zh-CN', '封面', '数据覆盖', '缺失', '风险金额最多约', '覆盖情况', '重述'],
    ['ko', '표지', '데이터 범위', '누락', '위험 금액은 최대 약', '데이터 범위', '정정'],
  ] as const)(
    'says it on the cover of the workbook and on sheets of its own, in %s',
    async (language, cover, label, missing, risk, coverage, restated) => {
      const book = new Workbook();
      await book.xlsx.readFile(await written('xlsx', language));
      const first = book.worksheets[0];
      expect(first?.name).toBe(cover);
      let said = '';
      first?.eachRow((row) => {
        if (said === '' && row.getCell(1).value === label) said = row.getCell(2).text;
      });
      expect(said).toContain(missing);
      expect(said).toContain(risk);
      const days = book.getWorksheet(coverage);
      expect(days?.getCell('A1').value).not.toBeNull();
      const statuses = days?.getColumn(1).values ?? [];
      expect(
        statuses.map((word) => (typeof word === 'string' ? word.toLowerCase() : '')),
      ).toContain(missing);
      expect(book.getWorksheet(restated)?.getCell('D2').value).toContain('9.99');
    },
  );

  it.each(['xlsx', 'html', 'pdf', 'json'] as const)(
    'is verified as %s long after, when every day is final',
    async (format) => {
      for (const masked of [false, true]) {
        const path = await written(format, 'ko', masked);
        vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 3, 1) });
        const verdict = verdictSchema.parse(
          await client.resultOf(client.ask('reports.verify', { path })),
        );
        vi.useRealTimers();
        expect(verdict.findings).toEqual([]);
        expect(verdict.verified).toBe(true);
      }
    },
  );

  it('notices a gap that was taken out of the calendar', async () => {
    const path = await written('json');
    const copy = join(folder, 'edited.json');
    const text = await readFile(path, 'utf8');
    writeFileSync(copy, text.replace('"status":"missing"', '"status":"present"'));
    const verdict = verdictSchema.parse(
      await client.resultOf(client.ask('reports.verify', { path: copy })),
    );
    expect(verdict).toMatchObject({ verified: false });
    expect(verdict.findings.map(({ params }) => params['place'])).toContainEqual(
      expect.stringMatching(/^coverage\.days\[\d+\]\.status$/),
    );
  });

  it('names no id where it is masked', async () => {
    for (const format of ['json', 'html'] as const) {
      const text = await readFile(await written(format, 'en', true), 'utf8');
      expect(text).toMatch(/id-[0-9a-z]{10}/);
      for (const id of ['1400123456', '1400654321', '100012345678']) expect(text).not.toContain(id);
    }
  });
});
