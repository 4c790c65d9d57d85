import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { day } from '../../../src/shared/period/day';
import { term } from '../../../src/main/engine/locale/sentence';
import { engineClient, type EngineClient } from '../../support/engine-client';
import { FORMULA, largeMonth } from '../../support/large-month';
import { hasProgram, throughOffice } from '../../support/office';
import { temporaryFolder } from '../workspace';

const LANGUAGES = ['en', 'zh-CN', 'ko'] as const;
const writtenSchema = z.object({ files: z.array(z.string()) });
const partsSchema = z.array(z.object({ text: z.string() }));
const period = { from: day('2023-06-01'), to: day('2023-07-01') };

let client: EngineClient;
let audited: Awaited<ReturnType<EngineClient['audit']>>;
let folder = '';

beforeAll(async () => {
  client = engineClient();
  folder = temporaryFolder('kept');
  const { account, files } = largeMonth(folder, 8);
  await client.ask('workspace.create', { path: null });
  await client.ask('account.setFromFile', { path: account });
  await client.resultOf(client.ask('imports.start', { paths: [...files], replace: true }));
  audited = await client.audit(period);
  await client.ask('decisions.set', {
    runId: audited.id,
    rows: { filter: { onlyDiscrepancies: true, cause: ['duplicate-line'] } },
    verdict: 'dispute',
    note: FORMULA,
  });
  await client.ask('signOff.prepare', { period, name: 'Ann', note: FORMULA });
  await client.ask('signOff.review', { period, name: 'Bo', note: '' });
});
afterAll(() => client.engine.close());

async function written(language: (typeof LANGUAGES)[number], format: 'xlsx' | 'csv' | 'focus') {
  const result = await client.resultOf(
    client.ask('reports.write', {
      runId: audited.id,
      folder: join(folder, language),
      formats: [format],
      language,
    }),
  );
  return writtenSchema.parse(result).files;
}

async function bookAt(path: string): Promise<Workbook> {
  const book = new Workbook();
  await book.xlsx.readFile(path);
  return book;
}

/** What a cell shows: of a formula its result. */
interface Shown {
  readonly sheet: string;
  readonly at: string;
  readonly value: unknown;
  readonly isFormula: boolean;
}

function cellsOf(book: Workbook): Map<string, Shown> {
  const cells = new Map<string, Shown>();
  for (const sheet of book.worksheets)
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        const isFormula = cell.formula !== undefined;
        const value = textOf(isFormula ? cell.result : cell.value);
        const at = cell.address;
        if (value !== null && value !== '')
          cells.set(`${sheet.name}!${at}`, { sheet: sheet.name, at, value, isFormula });
      });
    });
  return cells;
}

/** LibreOffice saves a text in two scripts in parts, each with the font of its script. */
function textOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('richText' in value)) return value;
  return partsSchema
    .parse(value.richText)
    .map(({ text }) => text)
    .join('');
}

describe('a large month', () => {
  it('fills every sheet: packages, quarantine, decisions, restatements, signatures', async () => {
    const [path = ''] = await written('en', 'xlsx');
    const book = await bookAt(path);
    const sheets = book.worksheets.filter(({ name }) => name !== 'recount-stamp');
    expect(sheets).toHaveLength(15);
    for (const sheet of sheets) expect(sheet.rowCount, sheet.name).toBeGreaterThan(1);
    const texts = new Set([...cellsOf(book).values()].map(({ value }) => String(value)));
    for (const text of [FORMULA, 'Ann', 'Bo', '2000009001']) expect(texts).toContain(text);
    expect([...texts].some((text) => text.includes('#REF!'))).toBe(true);
    expect(audited.totals.otherLines).not.toBe('0');
  });

  it.skipIf(!hasProgram('soffice')).each(LANGUAGES)(
    'in %s is read by LibreOffice cell by cell as it was written, with the sums computed anew',
    { timeout: 120_000 },
    async (language) => {
      const [path = ''] = await written(language, 'xlsx');
      const ours = cellsOf(await bookAt(path));
      const theirs = cellsOf(await bookAt(await throughOffice(path, folder, 'xlsx')));
      const formulas = [...ours.values()].filter(({ isFormula }) => isFormula);
      expect(formulas.length).toBeGreaterThan(10);
      const different: unknown[] = [];
      for (const [at, { value, isFormula }] of ours) {
        const shown = theirs.get(at);
        if (shown?.isFormula !== isFormula || !isSame(value, shown.value))
          different.push([at, value, shown?.value]);
      }
      expect(different.slice(0, 5)).toEqual([]);
      expect(theirs.size).toBe(ours.size);
      for (const { value } of theirs.values()) expect(String(value)).not.toMatch(/^(#|Err:)/);
      // The sums are the engine's, under their names in this language.
      for (const name of [
        'billed',
        'expected',
        'difference',
        'explained',
        'unexplained',
      ] as const) {
        const label = term(language, 'headline', name);
        const sums = formulas
          .filter(({ sheet, at }) => theirs.get(`${sheet}!A${at.slice(1)}`)?.value === label)
          .map(({ sheet, at }) => theirs.get(`${sheet}!${at}`)?.value);
        expect(sums.length, name).toBeGreaterThan(0);
        for (const sum of sums) expect(sum, name).toBeCloseTo(Number(audited.totals[name]), 6);
      }
      const ids = [...theirs.values()].filter(({ value }) => /^14\d{8}$/.test(String(value)));
      expect(ids.length).toBeGreaterThan(1000);
      for (const { value } of ids) expect(typeof value).toBe('string');
      const days = [...theirs.values()].filter(({ value }) => value instanceof Date);
      expect(days.length).toBeGreaterThan(1000);
    },
  );

  it('in CSV guards text against formulas, and leaves numbers below zero as numbers', async () => {
    const texts = new Map<string, string>();
    for (const path of await written('ko', 'csv'))
      texts.set(path.slice(path.lastIndexOf('-') + 1), await readFile(path, 'utf8'));
    let guarded = 0;
    let below = 0;
    for (const [name, text] of texts) {
      expect(text.startsWith('\uFEFF'), name).toBe(true);
      const { data, errors } = Papa.parse<string[]>(text.slice(1).trimEnd());
      expect(errors, name).toEqual([]);
      for (const cell of data.flat()) {
        if (/^-\d+(\.\d+)?$/.test(cell)) below += 1;
        else expect(cell, name).not.toMatch(/^[=+@\t\r-]/);
        if (cell.startsWith("'=")) guarded += 1;
      }
    }
    expect(guarded).toBeGreaterThan(0);
    expect(below).toBeGreaterThan(100);
    expect((await readdir(join(folder, 'ko'))).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

/** To the digits that a spreadsheet keeps of a number. */
function isSame(ours: unknown, theirs: unknown): boolean {
  if (ours instanceof Date) return theirs instanceof Date && ours.getTime() === theirs.getTime();
  if (typeof ours === 'number')
    return (
      typeof theirs === 'number' && Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(ours))
    );
  return ours === theirs;
}
