import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Workbook } from '@cj-tech-master/excelts';
import Papa from 'papaparse';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Input } from '../../../src/shared/contract/contract';
import type { ReportFormat } from '../../../src/shared/contract/reports';
import { decimal, sum, toText } from '../../../src/shared/money/decimal';
import { sentence } from '../../../src/main/engine/locale/sentence';
import { engineClient, type EngineClient } from '../../support/engine-client';
import { temporaryFolder } from '../workspace';

const run = promisify(execFile);
const has = (program: string) => spawnSync(program, ['--version']).error === undefined;
const writtenSchema = z.object({ files: z.array(z.string()) });

let client: EngineClient;
let audited: Awaited<ReturnType<EngineClient['audit']>>;
let folder = '';

beforeAll(async () => {
  client = engineClient();
  const { paths } = await client.ask('workspace.openSample', {});
  await client.importFiles(paths);
  audited = await client.audit(null);
});
afterAll(() => client.engine.close());
beforeEach(() => {
  folder = temporaryFolder();
});

async function written(format: ReportFormat, language: 'en' | 'zh-CN' | 'ko' = 'en') {
  const { id: runId } = audited;
  const result = await client.resultOf(
    client.ask('reports.write', { runId, folder, formats: [format], language }),
  );
  return writtenSchema.parse(result).files[0] ?? '';
}
const disputed = async (options: Partial<Input<'reports.dispute'>> = {}) => {
  const result = await client.resultOf(
    client.ask('reports.dispute', {
      runId: audited.id,
      folder,
      language: 'zh-CN',
      choice: { rows: 'over-billed' },
      packed: false,
      contact: 'billing@example.com',
      ...options,
    }),
  );
  return writtenSchema.parse(result).files;
};

/** The Summary (sheet 2) as LibreOffice shows it after it has computed every formula itself. */
async function summaryInOffice(path: string): Promise<(label: string) => number> {
  const profile = await mkdtemp(join(tmpdir(), 'recount-office-'));
  const out = await mkdtemp(join(folder, 'office-'));
  // Left to itself it shows the stored results of a workbook; 0 is "always compute".
  await mkdir(join(profile, 'user'));
  await writeFile(
    join(profile, 'user', 'registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`,
  );
  try {
    await run('soffice', [
      `-env:UserInstallation=file://${profile}`,
      '--headless',
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,2',
      '--outdir',
      out,
      path,
    ]);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
  const [csv = ''] = await readdir(out);
  const { data } = Papa.parse<string[]>(await readFile(join(out, csv), 'utf8'));
  return (label) => Number(data.find((row) => row[0] === label)?.[1]);
}

describe('the workbook', () => {
  it.skipIf(!has('soffice'))(
    'recalculated by LibreOffice gives the engine’s totals (skipped where it is not installed)',
    async () => {
      const path = await written('xlsx');
      const value = await summaryInOffice(path);
      for (const [label, total] of [
        ['Billed', audited.totals.billed],
        ['Expected', audited.totals.expected],
        ['Difference', audited.totals.difference],
        ['Explained', audited.totals.explained],
        ['Unexplained', audited.totals.unexplained],
      ] as const)
        expect(value(label), label).toBeCloseTo(Number(total), 8);

      // That it did compute, and did not repeat stored results: a changed charge moves its sums.
      const book = new Workbook();
      await book.xlsx.readFile(path);
      const charge = book.getWorksheet('Charges')?.getCell('P2');
      if (charge) charge.value = Number(charge.value) + 1000;
      await book.xlsx.writeFile(path);
      const moved = await summaryInOffice(path);
      expect(moved('Expected')).toBeCloseTo(Number(audited.totals.expected) + 1000, 8);
    },
    120_000,
  );
});

describe('the web page', () => {
  it('allows its own style and script alone, by their hashes, and names no address', async () => {
    const page = await readFile(await written('html', 'ko'), 'utf8');
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    for (const [, tag, text] of page.matchAll(/<(style|script)>([\s\S]*?)<\/\1>/g)) {
      const hash = createHash('sha256')
        .update(text ?? '')
        .digest('base64');
      expect(policy, tag).toContain(`${tag}-src 'sha256-${hash}'`);
    }
    expect(page.match(/\b(?:src|href)=/g)).toBeNull();
    expect(page).toContain('<html lang="ko">');
    expect([...page.matchAll(/<tr data-status/g)]).toHaveLength(7);
  });
});

describe('a part of a report with nothing in it', () => {
  it.each([
    [
      'en',
      'Restated',
      'The provider restated nothing.',
      'Sign-off',
      'Nobody has signed this period.',
    ],
    ['zh-CN', '重述', '服务商没有重述任何内容。', '签署确认', '本周期尚无人签署。'],
    ['ko', '정정', '공급자가 정정한 내용이 없습니다.', '서명', '이 기간에 서명한 사람이 없습니다.'],
  ] as const)(
    'says so in one sentence, in %s',
    async (language, restated, none, signed, nobody) => {
      const book = new Workbook();
      await book.xlsx.readFile(await written('xlsx', language));
      expect(book.getWorksheet(restated)?.getCell('A2').text).toBe(none);
      expect(book.getWorksheet(signed)?.getCell('A2').text).toBe(nobody);
      expect(await readFile(await written('html', language), 'utf8')).toContain(
        `<p class="note">${none}</p>`,
      );
    },
  );
});

describe('the FOCUS table', () => {
  it('has the columns of FOCUS 1.0 first, UTC times, and both sides add up to the totals', async () => {
    const text = await readFile(await written('focus'), 'utf8');
    const { data, meta } = Papa.parse<Record<string, string>>(text, {
      header: true,
      skipEmptyLines: true,
    });
    expect(meta.fields?.slice(0, 3)).toEqual([
      'AvailabilityZone',
      'BilledCost',
      'BillingAccountId',
    ]);
    expect(meta.fields?.indexOf('x_Side')).toBe(43);
    const side = (name: string) => data.filter((row) => row['x_Side'] === name);
    const cost = (rows: typeof data) =>
      toText(sum(rows.map((row) => decimal(row['BilledCost'] ?? ''))));
    expect(cost(side('expected'))).toBe(audited.totals.expected);
    expect(cost(side('billed').filter((row) => row['x_Bucket'] === 'settlement'))).toBe(
      audited.totals.billed,
    );
    const utc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
    for (const row of data) expect(row['ChargePeriodStart']).toMatch(utc);
    expect(side('expected')[0]?.['ChargePeriodStart']?.slice(11)).toBe('16:00:00Z');
    expect(data.some((row) => row['x_Causes'] === 'old-price')).toBe(true);
  });
});

describe('the dispute package', () => {
  it('holds a letter and only the rows it is about, with the sum that is asked back', async () => {
    const [pdf = '', text = '', book = ''] = await disputed();
    expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');
    const letter = await readFile(text, 'utf8');
    expect(letter).toContain('173.8318 CNY');
    expect(letter).toContain('billing@example.com');
    expect(letter).not.toMatch(/dispute:|evidence:|\{\{/);
    const workbook = new Workbook();
    await workbook.xlsx.readFile(book);
    const sheet = workbook.getWorksheet('差异');
    expect(sheet?.rowCount).toBe(7);
    const amounts = Array.from({ length: 6 }, (_, row) => sheet?.getCell(`M${row + 2}`).value);
    expect(amounts.every((amount) => Number(amount) > 0)).toBe(true);
    expect(workbook.getWorksheet('账单明细')?.rowCount).toBeLessThan(12);
    // Decisions and notes are the user's own.
    const headings = sheet?.getRow(1).values ?? [];
    expect(headings).toContain(sentence('zh-CN', 'report:columns/difference'));
    for (const own of ['decision', 'decisionNote', 'dueOn'])
      expect(headings).not.toContain(sentence('zh-CN', `report:columns/${own}`));
  });

  it('takes chosen ids alone, as one ZIP that is whole', async () => {
    const [zip = ''] = await disputed({
      choice: { rows: 'ids', ids: ['2023-06-26/1400123456/av.hd'] },
      packed: true,
      masked: true,
    });
    expect(zip.endsWith('.zip')).toBe(true);
    const { unpackZip } = await import('../../../src/main/engine/reading/tables/unpack-zip');
    const { signal } = new AbortController();
    let number = 0;
    const parts = await unpackZip(zip, 'd.zip', () => join(folder, `part-${number++}`), signal);
    const names = parts.map(({ name }) => name.split('/').at(-1));
    expect(names).toEqual(['letter.pdf', 'letter.txt', 'disputed-charges.xlsx']);
    const letter = await readFile(parts[1]?.path ?? '', 'utf8');
    expect(letter).toContain('6.0004');
    expect(letter).not.toContain('1400123456');
    expect(letter).not.toContain('100012345678');
  });

  it('refuses when nothing fits, and leaves nothing behind in a folder that cannot be written', async () => {
    const refusal = await client.refusal('reports.dispute', {
      runId: audited.id,
      folder,
      language: 'en',
      choice: { rows: 'disputed' },
      packed: false,
    });
    expect(refusal.code).toBe('dispute-empty');
    expect(await readdir(folder)).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0)('says that a folder is read-only', async () => {
    await chmod(folder, 0o500);
    const { payload } = await client.endOf(
      client.ask('reports.write', { runId: audited.id, folder, formats: ['pdf'], language: 'en' }),
    );
    expect(payload).toMatchObject({ error: { code: 'folder-read-only' } });
    await chmod(folder, 0o700);
  });
});

describe('the PDF', () => {
  it.skipIf(!has('pdftotext'))(
    'carries Chinese and Korean as text, numbers its pages and names the run on each',
    async () => {
      for (const [language, words] of [
        ['zh-CN', ['未抵扣免费试用时长', '第 1 页']],
        ['ko', ['무료 체험', '1 / ']],
      ] as const) {
        const { stdout } = await run('pdftotext', ['-layout', await written('pdf', language), '-']);
        for (const word of words) expect(stdout).toContain(word);
        const pages = stdout.split('\f').filter((page) => page.trim() !== '');
        for (const page of pages) expect(page).toMatch(/sha256:[0-9a-f]{64}/);
        expect(pages.length).toBeGreaterThan(1);
      }
    },
  );
});
