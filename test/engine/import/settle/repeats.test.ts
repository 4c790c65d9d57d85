import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { setImportState } from '../../../../src/main/engine/import/changes/undo';
import { billLines } from '../../../../src/main/engine/store/evidence/bill-lines';
import { findImport, importIssues } from '../../../../src/main/engine/store/imports/imports';
import { usageSeries } from '../../../../src/main/engine/store/evidence/usage';
import type { OpenWorkspace } from '../../../../src/main/engine/store/workspace/workspace-file';
import { FIXTURES, fileWith, imported, importing, newWorkspace } from '../../workspace';

const DAILY = join(FIXTURES, 'cn_usage_detail_rav_daily.csv');
const [HEADER = '', ...ROWS] = readFileSync(DAILY, 'utf8').trimEnd().split(/\r?\n/);
const file = (...rows: string[]) => fileWith([HEADER, ...rows].join('\n') + '\n');
const seconds = (open: OpenWorkspace) =>
  usageSeries(open.readable, null).reduce((total, series) => total + series.seconds, 0);
const live = new AbortController().signal;

describe('the same rows in two files', () => {
  it('the same bytes change nothing', async () => {
    const open = newWorkspace();
    const first = await imported(open, DAILY);
    expect(await importing(open, fileWith(readFileSync(DAILY)))).toMatchObject({
      outcome: 'unchanged',
      summary: { id: first.id },
    });
  });

  it('count once, and the file that came later says so', async () => {
    const open = newWorkspace();
    await imported(open, file(...ROWS.slice(0, 10)));
    const before = seconds(open);
    const second = await imported(open, file(...ROWS.slice(5)));
    expect(second).toMatchObject({
      rows: 10,
      accepted: 5,
      duplicates: 5,
      quarantined: 0,
      ignored: 0,
    });
    const alone = newWorkspace();
    await imported(alone, DAILY);
    expect(seconds(open)).toBe(seconds(alone));
    expect(seconds(open)).toBeGreaterThan(before);
    const [issue] = importIssues(open.readable, second.id, { offset: 0, limit: 10 }).rows;
    expect(issue).toMatchObject({
      code: 'rows-in-other-file',
      params: { count: 5 },
      origin: { line: 2 },
    });
  });

  it('identical rows inside one file all count, and raise a warning', async () => {
    const open = newWorkspace();
    const [row = ''] = ROWS;
    const once = await imported(open, file(row, ROWS[1] ?? ''));
    const twice = await imported(open, file(row, row, row));
    // The first occurrence is the one of the other file; the second and third are new.
    expect(once).toMatchObject({ accepted: 2 });
    expect(twice).toMatchObject({ accepted: 2, duplicates: 1 });
    const codes = importIssues(open.readable, twice.id, { offset: 0, limit: 10 }).rows;
    expect(codes.find((issue) => issue.code === 'rows-identical')).toMatchObject({
      severity: 'warning',
      params: { count: 2 },
      origin: { line: 3 },
    });
  });

  it('a row that differs in any cell is added', async () => {
    const open = newWorkspace();
    const [row = ''] = ROWS;
    await imported(open, file(row));
    const other = await imported(open, file(row.replace('100012345678', '100012345679')));
    expect(other).toMatchObject({ accepted: 1, duplicates: 0 });
  });

  it('another encoding and other line ends are the same rows', async () => {
    const open = newWorkspace();
    await imported(open, DAILY);
    const utf16 = Buffer.from([HEADER, ...ROWS].join('\r\n'), 'utf16le');
    expect(await imported(open, fileWith(utf16))).toMatchObject({
      accepted: 0,
      duplicates: ROWS.length,
    });
  });

  it('bill lines are told apart by their transaction', async () => {
    const open = newWorkspace();
    const path = join(FIXTURES, 'cn_L3_detail.csv');
    await imported(open, path);
    const again = fileWith(`${readFileSync(path, 'utf8')}\n\n`);
    expect(await imported(open, again)).toMatchObject({ accepted: 0, duplicates: 18 });
    expect(billLines(open.readable)).toHaveLength(18);
  });
});

describe('undo and redo', () => {
  it('undoing the first file brings the repeated rows of the second back', async () => {
    const open = newWorkspace();
    const first = await imported(open, file(...ROWS.slice(0, 10)));
    const second = await imported(open, file(...ROWS.slice(5)));
    const all = seconds(open);
    expect((await setImportState(open, first.id, 'undone', live)).state).toBe('undone');
    expect(findImport(open.readable, second.id)).toMatchObject({ accepted: 10, duplicates: 0 });
    const only = newWorkspace();
    await imported(only, file(...ROWS.slice(5)));
    expect(seconds(open)).toBe(seconds(only));

    expect((await setImportState(open, first.id, 'live', live)).state).toBe('live');
    expect(findImport(open.readable, second.id)).toMatchObject({ accepted: 5, duplicates: 5 });
    expect(seconds(open)).toBe(all);
  });

  it('the bytes of an undone file, imported again, bring it back', async () => {
    const open = newWorkspace();
    const first = await imported(open, DAILY);
    await setImportState(open, first.id, 'undone', live);
    expect(seconds(open)).toBe(0);
    expect(await imported(open, DAILY)).toMatchObject({
      id: first.id,
      state: 'live',
      accepted: 15,
    });
    expect(seconds(open)).toBeGreaterThan(0);
  });
});
