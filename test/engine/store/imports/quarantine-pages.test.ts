import { describe, expect, it } from 'vitest';
import { dismissRow } from '../../../../src/main/engine/store/imports/corrections';
import { quarantinePage } from '../../../../src/main/engine/store/imports/quarantine';
import { setImportState } from '../../../../src/main/engine/import/changes/undo';
import { fileWith, imported, newWorkspace } from '../../workspace';

const HEADER = '日期,产品名称,SdkAppId,属性,用量单位,标准用量';
const NEVER = new AbortController().signal;

/** Rows of which none can be read, each with its number. */
const unreadable = (count: number, app: string) =>
  `${HEADER}\n${Array.from(
    { length: count },
    (_, row) => `2023-06-01,实时音视频,${app},高清,分钟,#REF!${row + 1}`,
  ).join('\n')}\n`;

describe('pages of quarantine', () => {
  it('reach every row, in each state, and say how many there are', async () => {
    const open = newWorkspace();
    const { id } = await imported(open, fileWith(unreadable(250, '1400000001')));
    const other = await imported(open, fileWith(unreadable(30, '1400000002')));
    const dismissed = [1, 100, 101, 250];
    for (const row of dismissed)
      dismissRow(open.writable, { importId: id, row }, { reason: 'a test', by: 'kim', at: 'now' });

    const rowsOf = (importId: number | null, state: 'open' | 'dismissed', limit: number) => {
      const rows: string[] = [];
      for (;;) {
        const offset = rows.length;
        const page = quarantinePage(open.readable, importId, state, { offset, limit });
        if (page.rows.length === 0) return { rows, counts: page.counts, total: page.total };
        rows.push(...page.rows.map((row) => `${row.importId}:${row.row}`));
      }
    };
    const of = (importId: number, rows: readonly number[]) =>
      rows.map((row) => `${importId}:${row}`);
    const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
    const left = upTo(250).filter((row) => !dismissed.includes(row));

    const counts = { open: 246, corrected: 0, dismissed: 4 };
    expect(rowsOf(id, 'open', 100)).toEqual({ rows: of(id, left), counts, total: 246 });
    expect(rowsOf(id, 'dismissed', 3)).toEqual({ rows: of(id, dismissed), counts, total: 4 });
    const both = [...of(id, left), ...of(other.id, upTo(30))];
    expect(rowsOf(null, 'open', 99)).toEqual({
      rows: both,
      counts: { ...counts, open: 276 },
      total: 276,
    });
    // Of an import that was taken back the rows are its own still, and no longer among those of all.
    await setImportState(open, id, 'undone', NEVER, () => undefined);
    expect(rowsOf(null, 'open', 99).rows).toEqual(of(other.id, upTo(30)));
    expect(rowsOf(null, 'dismissed', 99).total).toBe(0);
    expect(rowsOf(id, 'open', 1000).total).toBe(246);
  });

  it('find one row by its number', async () => {
    const open = newWorkspace();
    const { id } = await imported(open, fileWith(unreadable(40, '1400000001')));
    const one = (row: number) =>
      quarantinePage(open.readable, id, 'open', { offset: 0, limit: 1 }, row);
    expect(one(33)).toMatchObject({
      total: 1,
      rows: [{ row: 33, cells: expect.arrayContaining(['#REF!33']) as string[] }],
    });
    expect(one(41)).toMatchObject({ total: 0, rows: [] });
  });

  it('look every row up by its id: none is searched for in another table', async () => {
    const open = newWorkspace();
    await imported(open, fileWith(unreadable(3, '1400000001')));
    const plans: string[] = [];
    const db = {
      ...open.readable,
      prepare: (sql: string) => {
        plans.push(
          ...open.readable
            .prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
            .all(...Array.from({ length: sql.split('?').length - 1 }, () => 1))
            .map(({ detail }) => detail),
        );
        return open.readable.prepare(sql);
      },
    } as typeof open.readable;
    for (const state of ['open', 'corrected', 'dismissed'] as const)
      quarantinePage(db, null, state, { offset: 0, limit: 100 });
    expect(plans.length).toBeGreaterThan(6);
    expect(plans.filter((step) => /TEMP B-TREE|AUTOMATIC/.test(step))).toEqual([]);
    expect(plans.filter((step) => /^SCAN (q|p|c|d)\b/.test(step))).toEqual([]);
  });
});
