import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BILL_LINE_SORTS } from '../../../src/shared/contract/bills';
import type { Input } from '../../../src/shared/contract/contract';
import { sum, decimal, toText } from '../../../src/shared/money/decimal';
import { engineClient } from '../../support/engine-client';

/** The sample month's bill, asked by page as the window does. */
const client = engineClient();
let runId = 0;
let period: Input<'bills.page'>['period'] = null;
let importId = 0;

beforeAll(async () => {
  const { paths } = await client.ask('workspace.openSample', {});
  await client.resultOf(client.ask('imports.start', { paths }));
  const [month] = await client.ask('audits.months', {});
  period = month?.period ?? null;
  await client.resultOf(client.ask('audits.start', { period }));
  runId = (await client.ask('audits.latest', { period }))?.id ?? 0;
  const imports = await client.imports();
  importId = imports.find(({ kind }) => kind === 'bill')?.id ?? 0;
});
afterAll(() => client.engine.close());

const page = (of: Partial<Input<'bills.page'>> = {}) =>
  client.ask('bills.page', {
    runId,
    period,
    filter: { onlyFindings: false },
    sort: { by: 'file', descending: false },
    offset: 0,
    limit: 1000,
    ...of,
  });

describe('the bill by page', () => {
  it('has the lines in the order of the file, each once, and their sum', async () => {
    const { total, amount, rows } = await page();
    expect(rows).toHaveLength(total);
    const lines = rows.map(({ line }) => line.origin.line ?? 0);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
    expect(new Set(lines).size).toBe(total);
    expect(amount).toBe(toText(sum(rows.map(({ line }) => decimal(line.amount)))));
  });

  it.each(BILL_LINE_SORTS)('gives the same lines by %s, page by page', async (by) => {
    const whole = await page();
    for (const descending of [true, false]) {
      const ids: number[] = [];
      for (let offset = 0; offset < whole.total; offset += 97) {
        const { rows } = await page({ sort: { by, descending }, offset, limit: 97 });
        ids.push(...rows.map(({ line }) => line.id));
      }
      expect(ids.toSorted((a, b) => a - b)).toEqual(whole.rows.map(({ line }) => line.id));
    }
  });

  it('sorts by amount as money, not as text', async () => {
    const { rows } = await page({ sort: { by: 'amount', descending: true } });
    const amounts = rows.map(({ line }) => decimal(line.amount));
    expect(amounts.every((value, at) => at === 0 || value.lte(amounts[at - 1] ?? value))).toBe(
      true,
    );
  });

  it('shows what the run found beside the line that it is about', async () => {
    const { rows, total } = await page({ filter: { onlyFindings: true } });
    const run = await client.ask('audits.latest', { period });
    const said = run?.issues.filter(({ origin }) => origin?.file.includes('bill')) ?? [];
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThan((await page()).total);
    expect(rows.flatMap(({ findings }) => findings)).toHaveLength(said.length);
    for (const { line, findings } of rows)
      expect(said).toEqual(
        expect.arrayContaining(findings.map((one) => ({ ...one, origin: line.origin }))),
      );
  });

  it('finds nothing beside the lines of no run', async () => {
    const all = await page({ runId: null });
    expect(all.rows.every(({ findings }) => findings.length === 0)).toBe(true);
    expect((await page({ runId: null, filter: { onlyFindings: true } })).total).toBe(0);
  });

  it('narrows by bucket and by text', async () => {
    const { rows } = await page();
    const bucket = rows[0]?.line.bucket ?? 'settlement';
    const expected = rows.filter(({ line }) => line.bucket === bucket).length;
    expect((await page({ filter: { onlyFindings: false, bucket } })).total).toBe(expected);
    const text = rows[0]?.line.componentName ?? '';
    const found = await page({ filter: { onlyFindings: false, text } });
    expect(found.total).toBeGreaterThan(0);
    expect(found.rows.every(({ line }) => JSON.stringify(line).includes(text))).toBe(true);
  });

  it('opens a line with its row of the file', async () => {
    const { rows } = await page();
    const last = rows.at(-1)?.line;
    const opened = await client.ask('bills.line', { runId, lineId: last?.id ?? 0 });
    expect(opened?.raw.origin).toEqual(last?.origin);
    expect(opened?.raw.cells).toHaveLength(opened?.raw.header.length ?? -1);
    expect(await client.ask('bills.line', { runId, lineId: 1 })).toBeNull();
  });

  it('leaves out the lines of an import that was undone, and refuses an unknown run', async () => {
    await client.ask('imports.undo', { importId });
    expect(await page()).toMatchObject({ total: 0, rows: [], amount: '0' });
    await client.ask('imports.redo', { importId });
    expect((await page()).total).toBeGreaterThan(0);
    expect(await client.refusal('bills.line', { runId: runId + 99, lineId: 1 })).toMatchObject({
      code: 'run-missing',
    });
  });
});
