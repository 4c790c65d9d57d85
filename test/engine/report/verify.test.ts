import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import {
  verdictSchema,
  type ReportFormat,
  type Verdict,
} from '../../../src/shared/contract/reports';
import { engineClient, type EngineClient } from '../../support/engine-client';
import { temporaryFolder } from '../workspace';

const MONTH = { from: '2023-06-01', to: '2023-07-01' } as never;
const writtenSchema = z.object({ files: z.array(z.string()) });

let client: EngineClient;
let folder = '';
let runId = 0;
let inputs: string[] = [];

beforeEach(async () => {
  client = engineClient();
  folder = temporaryFolder();
  const sample = await client.ask('workspace.openSample', {});
  inputs = sample.paths;
  await client.importFiles(sample.paths);
  runId = (await client.audit(MONTH)).id;
});
afterEach(async () => {
  vi.useRealTimers();
  await client.engine.close();
});

async function written(format: ReportFormat, masked = false): Promise<string> {
  // Verifying audits again: the newest run is the one to show.
  const { id: runId } = (await client.ask('audits.latest', { period: MONTH })) ?? { id: 0 };
  const result = await client.resultOf(
    client.ask('reports.write', { runId, folder, formats: [format], language: 'ko', masked }),
  );
  return writtenSchema.parse(result).files[0] ?? '';
}
async function verdictOf(path: string): Promise<Verdict> {
  return verdictSchema.parse(await client.resultOf(client.ask('reports.verify', { path })));
}
const codes = ({ findings }: Verdict) => findings.map(({ code }) => code);

/** The same workbook with one cell changed, saved by another program. */
async function edited(path: string, change: (book: Workbook) => void): Promise<string> {
  const book = new Workbook();
  await book.xlsx.readFile(path);
  change(book);
  const copy = join(folder, 'edited.xlsx');
  await book.xlsx.writeFile(copy);
  return copy;
}
const sheetAt = (book: Workbook, name: string) => {
  const sheet = book.getWorksheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
};

describe('verifying a report', () => {
  it.each(['xlsx', 'html', 'pdf', 'json'] as const)(
    'says yes to %s on another day, with and without pseudonyms',
    async (format) => {
      const paths = [await written(format), await written(format, true)];
      vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 3, 1) });
      for (const path of paths) {
        const verdict = await verdictOf(path);
        expect(verdict.findings).toEqual([]);
        expect(verdict).toMatchObject({ verified: true, known: true, format, more: 0 });
        expect(verdict.compared).toBeGreaterThan(format === 'pdf' ? 5 : 300);
      }
    },
  );

  it('says yes to a workbook that another program saved again, and that its bytes are others', async () => {
    const copy = await edited(await written('xlsx'), () => {});
    const verdict = await verdictOf(copy);
    expect(verdict.findings).toEqual([]);
    expect(verdict).toMatchObject({ verified: true, known: false });
  });

  it('says yes when somebody decided after the report was made: decisions are not what came out', async () => {
    const [book, page] = [await written('xlsx'), await written('html')];
    const { id: runId } = (await client.ask('audits.latest', { period: MONTH })) ?? { id: 0 };
    await client.ask('decisions.set', {
      runId,
      rows: { ids: ['2023-06-26/1400123456/av.hd'] },
      verdict: 'dispute',
      note: 'asked on 3 July',
    });
    for (const path of [book, page]) expect((await verdictOf(path)).findings).toEqual([]);
    const later = new Workbook();
    await later.xlsx.readFile(await written('xlsx'));
    const texts = JSON.stringify(later.getWorksheet('차이')?.getSheetValues());
    expect(texts).toContain('asked on 3 July');
  });

  it('names a cell that was edited, with both values', async () => {
    const copy = await edited(await written('xlsx'), (book) => {
      sheetAt(book, '차이').getCell('M2').value = 99.5;
    });
    const verdict = await verdictOf(copy);
    expect(verdict.verified).toBe(false);
    expect(verdict.findings).toEqual([
      {
        code: 'cell',
        weight: 'differs',
        params: { place: '차이!M2', found: '99.5', expected: '15.0444' },
      },
    ]);
  });

  it('names a total that was typed over', async () => {
    const copy = await edited(await written('xlsx'), (book) => {
      sheetAt(book, '요약').eachRow((row) => {
        if (row.getCell(1).value === '청구 금액') row.getCell(2).value = 1;
      });
    });
    const verdict = await verdictOf(copy);
    expect(codes(verdict)).toEqual(['cell']);
    expect(verdict.findings[0]?.params).toMatchObject({ found: '1', expected: '2553.8556' });
  });

  it('names rows that were deleted or added, and a sheet that is gone', async () => {
    const path = await written('xlsx');
    const shorter = await edited(path, (book) => {
      const sheet = sheetAt(book, '차이');
      sheet.getRow(8).values = [];
      sheet.getRow(9).getCell(1).value = '하나 더';
    });
    expect(codes(await verdictOf(shorter))).toContain('line-added');
    expect((await verdictOf(shorter)).verified).toBe(false);
    const without = await edited(path, (book) =>
      book.removeWorksheet(sheetAt(book, '입력 파일').id),
    );
    expect((await verdictOf(without)).findings).toEqual([
      { code: 'sheet-missing', weight: 'differs', params: { place: '입력 파일' } },
    ]);
  });

  it('names what was edited in a web page and in JSON', async () => {
    const page = await written('html');
    const text = await readFile(page, 'utf8');
    await writeFile(page, text.replace('<td class="n">15.0444</td>', '<td class="n">15.0445</td>'));
    const verdict = await verdictOf(page);
    expect(verdict).toMatchObject({ verified: false, known: false });
    expect(verdict.findings[0]).toMatchObject({
      code: 'cell',
      params: { found: '15.0445', expected: '15.0444' },
    });
    const json = await written('json');
    const report = z
      .looseObject({ discrepancies: z.array(z.looseObject({})) })
      .parse(JSON.parse(await readFile(json, 'utf8')));
    Object.assign(report.discrepancies[0] ?? {}, { difference: '0' });
    await writeFile(json, JSON.stringify(report));
    expect((await verdictOf(json)).findings).toMatchObject([
      { code: 'cell', params: { place: 'discrepancies[0].difference', found: '0' } },
    ]);
  });

  it('sees a single changed byte of a PDF', async () => {
    const path = await written('pdf');
    const bytes = await readFile(path);
    const at = bytes.length - 400;
    bytes.writeUInt8((bytes.readUInt8(at) + 1) % 256, at);
    await writeFile(path, bytes);
    expect(codes(await verdictOf(path))).toEqual(['pages']);
  });

  it('says yes to a PDF from before somebody signed, and to one that says who did', async () => {
    const unsigned = await written('pdf');
    await client.ask('signOff.prepare', { period: MONTH, name: 'Ann', note: 'June' });
    expect((await verdictOf(unsigned)).findings).toEqual([]);
    const prepared = await written('pdf');
    expect((await readFile(prepared)).equals(await readFile(unsigned))).toBe(false);
    await client.ask('signOff.review', { period: MONTH, name: 'Bo', note: '' });
    for (const path of [unsigned, prepared, await written('pdf')])
      expect((await verdictOf(path)).findings).toEqual([]);
  });

  it('sees that the stamp itself was edited', async () => {
    const json = await written('json');
    const text = await readFile(json, 'utf8');
    await writeFile(json, text.replaceAll('2553.8556', '2000'));
    expect(codes(await verdictOf(json))).toEqual(
      expect.arrayContaining(['stamp-edited', 'total', 'cell']),
    );
  });

  it('names a file that is missing, one that is other, and one that was added', async () => {
    const path = await written('xlsx');
    const bill = inputs.find((one) => basename(one).startsWith('bill')) ?? '';
    const imports = await client.imports();
    const imported = imports.find(({ fileName }) => fileName === basename(bill));
    await client.ask('imports.undo', { importId: imported?.id ?? 0 });
    expect(codes(await verdictOf(path))).toContain('input-missing');

    const other = join(folder, basename(bill));
    const lines = (await readFile(bill, 'utf8')).trimEnd().split('\n');
    await writeFile(other, `${lines.slice(0, -1).join('\n')}\n`);
    await client.importFiles([other]);
    const changed = await verdictOf(path);
    expect(changed.findings[0]).toEqual({
      code: 'input-changed',
      weight: 'differs',
      params: { file: basename(bill) },
    });
    expect(changed.verified).toBe(false);
  });

  it('names facts of the account that have changed', async () => {
    const path = await written('json');
    const { json } = await client.ask('account.get', {});
    await client.ask('account.set', { json: (json ?? '').replace('"0.9"', '"0.8"') });
    const verdict = await verdictOf(path);
    expect(codes(verdict)).toEqual(expect.arrayContaining(['account', 'contents']));
  });

  it('names another version of the engine, which alone makes no report wrong', async () => {
    const { fingerprintIn } = await import('../../../src/main/engine/report/stamp');
    const json = await written('json');
    const report = z
      .looseObject({ engine: z.string(), stamp: z.looseObject({}) })
      .parse(JSON.parse(await readFile(json, 'utf8')));
    report.engine = '0.0.9';
    report.stamp['engine'] = '0.0.9';
    report.stamp['fingerprint'] = fingerprintIn(report.stamp as never);
    await writeFile(json, JSON.stringify(report));
    const verdict = await verdictOf(json);
    expect(verdict.verified).toBe(true);
    expect(verdict.findings).toMatchObject([
      { code: 'engine', weight: 'note', params: { made: '0.0.9' } },
    ]);
  });

  it('knows a report among other files, whatever it is called', async () => {
    const reports = [];
    for (const format of ['xlsx', 'html', 'pdf', 'json'] as const)
      reports.push(await written(format));
    const renamed = join(folder, 'renamed.csv');
    await copyFile(reports[0] ?? '', renamed);
    // A long page: the mark may stand where two pieces of the file meet.
    const long = join(folder, 'long.html');
    const page = await readFile(reports[1] ?? '', 'utf8');
    await writeFile(long, page.replace('<footer', `${' '.repeat(300_000)}<footer`));
    const others = {
      'other.html': '<!doctype html><p>recount-stamp</p>',
      'other.json': '{"stamp": null}',
      'broken.xlsx': 'PK and no more',
      'empty.csv': '',
    };
    for (const [name, text] of Object.entries(others)) await writeFile(join(folder, name), text);
    const none = Object.keys(others).map((name) => join(folder, name));
    const paths = [
      ...none,
      ...reports,
      renamed,
      long,
      ...inputs,
      folder,
      join(folder, 'not-there'),
    ];
    expect(await client.ask('reports.recognise', { paths })).toEqual({
      reports: [...reports, renamed, long],
    });
  });

  it('refuses what is no report, and what is not there', async () => {
    const foreign = join(folder, 'foreign.json');
    await copyFile(inputs[0] ?? '', foreign);
    for (const [path, code] of [
      [foreign, 'report-unstamped'],
      [join(folder, 'nowhere.pdf'), 'file-missing'],
    ] as const) {
      const { event, payload } = await client.endOf(client.ask('reports.verify', { path }));
      expect(event).toBe('jobs.failed');
      expect(payload).toMatchObject({ error: { code } });
    }
  });
});

describe('reports that were made', () => {
  it('are kept with the hash of their bytes, newest first', async () => {
    const path = await written('html');
    const [newest] = (await client.ask('reports.list', { offset: 0, limit: 1 })).rows;
    expect(newest).toMatchObject({
      path,
      format: 'html',
      kind: 'report',
      there: true,
      masked: false,
    });
    const { createHash } = await import('node:crypto');
    expect(newest?.sha256).toBe(
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    );
  });
});

describe('pseudonyms', () => {
  it('leave no id behind in any format, and the key leads back', async () => {
    const formats: ReportFormat[] = ['html', 'csv', 'focus', 'json'];
    const result = await client.resultOf(
      client.ask('reports.write', { runId, folder, formats, language: 'zh-CN', masked: true }),
    );
    const texts = await Promise.all(
      writtenSchema.parse(result).files.map((path) => readFile(path, 'utf8')),
    );
    const key = join(folder, 'key.csv');
    await client.ask('reports.writeMaskKey', { runId, path: key, replace: false });
    const lines = (await readFile(key, 'utf8')).slice(1).trim().split('\r\n').slice(1);
    const ids = new Map(
      lines.map((line) => line.replaceAll('"', '').split(',') as [string, string]),
    );
    expect([...ids.values()]).toEqual(expect.arrayContaining(['1400123456', '100012345678']));
    for (const text of texts)
      for (const id of [...ids.values(), '课堂']) expect(text.includes(id), id).toBe(false);
    const [app] = [...ids].find(([, id]) => id === '1400123456') ?? [];
    const account = z
      .object({ contract: z.array(z.object({ reference: z.string() })).min(1) })
      .parse(JSON.parse((await client.ask('account.get', {})).json ?? '{}'));
    for (const { reference } of account.contract) {
      expect(await readFile(key, 'utf8')).toContain(reference);
      for (const text of texts) expect(text).not.toContain(reference);
    }
    for (const text of texts.filter((one) => one.includes('id-')))
      expect(text).toMatch(/id-[0-9a-z]{10}/);
    expect(texts.join('').includes(app ?? 'none')).toBe(true);
  });
});
