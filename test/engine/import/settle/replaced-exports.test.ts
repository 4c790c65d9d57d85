import fc from 'fast-check';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  chooseNewer,
  keepBoth,
} from '../../../../src/main/engine/import/changes/choose-replacement';
import { importFile } from '../../../../src/main/engine/import/import-file';
import { onlyTurns } from '../../../../src/main/engine/store/workspace/pause';
import { setImportState } from '../../../../src/main/engine/import/changes/undo';
import { countedTotals } from '../../../../src/main/engine/store/imports/counted-totals';
import { findImport, importIssues } from '../../../../src/main/engine/store/imports/imports';
import {
  restatedRowPage,
  restatements,
} from '../../../../src/main/engine/store/evidence/restatement-pages';
import type { OpenWorkspace } from '../../../../src/main/engine/store/workspace/workspace-file';
import type { Forecast } from '../../../../src/shared/contract/import-changes';
import { FIXTURES, imported, newWorkspace, temporaryFolder } from '../../workspace';

const [HEADER = '', ...LINES] = readFileSync(join(FIXTURES, 'cn_L3_detail.csv'), 'utf8')
  .trimEnd()
  .split(/\r?\n/);
const live = new AbortController().signal;
const page = { offset: 0, limit: 100 };
const DAILY = (day: string) => `100012345678-202306${day}-按扣费周期-明细账单.csv`;

function named(name: string, rows: readonly string[]): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, [HEADER, ...rows].join('\n') + '\n');
  return path;
}

/** The same line with another amount. */
const restated = (row = '', amount = '9.99') => {
  const cells = row.split(',');
  cells[29] = amount;
  return cells.join(',');
};
const totals = (open: OpenWorkspace) => countedTotals(open.readable);

async function sumAlone(rows: readonly string[]) {
  const open = newWorkspace();
  await imported(open, named('alone.csv', rows));
  const { amountE8, billLines } = totals(open);
  open.close();
  return { amountE8, billLines };
}

describe('daily files of one month', () => {
  const changedRows = [restated(LINES[1]), ...LINES.slice(2, 12)];

  it('the newest counts, whatever the order in which they came', async () => {
    const newest = changedRows.filter((_, index) => index !== 3);
    const expected = await sumAlone(newest);
    const contents = [LINES.slice(1, 5), LINES.slice(1, 9), changedRows, newest];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 }),
        async (order) => {
          const open = newWorkspace();
          for (const which of order)
            await imported(open, named(DAILY(`0${which + 3}`), contents[which] ?? []));
          expect(totals(open)).toMatchObject(expected);
          open.close();
        },
      ),
      { numRuns: 8 },
    );
  });

  it('the earlier one is kept as history, and undoing the newest brings it back', async () => {
    const open = newWorkspace();
    const first = await imported(open, named(DAILY('05'), LINES.slice(1, 6)));
    const before = totals(open);
    const second = await imported(open, named(DAILY('06'), changedRows));
    expect(findImport(open.readable, first.id)).toMatchObject({ accepted: 0, duplicates: 5 });
    expect(importIssues(open.readable, first.id, page).rows).toMatchObject([
      { code: 'rows-replaced', params: { count: 5, other: DAILY('06') } },
    ]);
    expect(restatements(open.readable)).toMatchObject([
      { how: 'daily', changed: 1, gone: 0, unchanged: 4, inForce: true },
    ]);
    await setImportState(open, second.id, 'undone', live);
    expect(totals(open)).toEqual(before);
    expect(restatements(open.readable)).toMatchObject([{ inForce: false }]);
    await setImportState(open, second.id, 'live', live);
    expect(totals(open)).toMatchObject(await sumAlone(changedRows));
  });

  it('the final file of the month counts instead of its daily ones', async () => {
    const open = newWorkspace();
    await imported(open, named('100012345678-202306-按扣费周期-明细账单.csv', changedRows));
    await imported(open, named(DAILY('07'), LINES.slice(1, 10)));
    expect(totals(open)).toMatchObject(await sumAlone(changedRows));
  });

  it('another basis or month is another file', async () => {
    const open = newWorkspace();
    await imported(open, named(DAILY('05'), LINES.slice(1, 4)));
    await imported(open, named('100012345678-20230606-按计费周期-明细账单.csv', LINES.slice(4, 8)));
    expect(totals(open).billLines).toBe(7);
  });
});

describe('a newer export of the same days', () => {
  const newer = [restated(LINES[1], '1.25'), ...LINES.slice(3, 9)];

  it('is said to restate, and both count until somebody chooses', async () => {
    const open = newWorkspace();
    const first = await imported(open, named('june.csv', LINES.slice(1, 9)));
    const second = await imported(open, named('june-again.csv', newer));
    const [issue] = importIssues(open.readable, second.id, page).rows.filter(
      ({ code }) => code === 'restates-other-file',
    );
    expect(issue).toMatchObject({
      severity: 'warning',
      params: { other: 'june.csv', changed: 1, gone: 1 },
    });
    expect(totals(open).billLines).toBe(9);

    expect(await chooseNewer(open, second.id, onlyTurns)).toBe(1);
    expect(totals(open)).toMatchObject(await sumAlone(newer));
    expect(findImport(open.readable, first.id)).toMatchObject({ accepted: 0, duplicates: 8 });

    await keepBoth(open, second.id, onlyTurns);
    expect(totals(open).billLines).toBe(9);
    expect(restatements(open.readable)).toEqual([]);
  });

  it('replaces on import, and shows row by row what changed', async () => {
    const open = newWorkspace();
    await imported(open, named('june.csv', LINES.slice(1, 9)));
    const before = totals(open);
    const path = named('june-again.csv', newer);
    await importFile(open, path, { signal: live, onProgress: () => undefined, replace: true });
    const [found] = restatements(open.readable);
    expect(found).toMatchObject({ how: 'chosen', changed: 1, gone: 1, added: 0, unchanged: 6 });
    const rows = restatedRowPage(open.readable, found?.id ?? 0, page).rows;
    expect(rows.map(({ change }) => change)).toEqual(['changed', 'gone']);
    expect(rows[0]).toMatchObject({
      older: { origin: { file: 'june.csv', line: 2 } },
      newer: { origin: { file: 'june-again.csv', line: 2 } },
      cells: [{ column: '优惠后总价', older: '144.03900000', newer: '1.25' }],
      amount: '-142.789',
    });
    const moved = totals(open).amountE8 - before.amountE8;
    expect(Number(found?.amount)).toBeCloseTo(Number(moved) / 1e8, 8);
  });

  it('a continuation is no restatement', async () => {
    const open = newWorkspace();
    await imported(open, named('first.csv', LINES.slice(1, 6)));
    const next = await imported(open, named('both.csv', LINES.slice(1, 12)));
    expect(importIssues(open.readable, next.id, page).rows.map(({ code }) => code)).toEqual([
      'rows-in-other-file',
    ]);
  });
});

describe('a rehearsal', () => {
  it('tells what would change and changes nothing', async () => {
    const open = newWorkspace();
    await imported(open, named('june.csv', LINES.slice(1, 9)));
    const before = totals(open);
    const forecasts: Forecast[] = [];
    const again = named('june-again.csv', [restated(LINES[1], '1.25'), ...LINES.slice(3, 12)]);
    await importFile(open, again, {
      signal: live,
      onProgress: () => undefined,
      rehearsal: (forecast) => forecasts.push(forecast),
    });
    expect(totals(open)).toEqual(before);
    expect(forecasts).toMatchObject([
      {
        fileName: 'june-again.csv',
        accepted: 4,
        duplicates: 6,
        currency: 'CNY',
        restates: [{ fileName: 'june.csv', changed: 1, gone: 1, amount: '-1076.1466' }],
      },
    ]);
  });
});

describe('any history of imports, undos and redos', () => {
  it('comes to what its live files would come to alone', async () => {
    const files = [LINES.slice(1, 7), LINES.slice(4, 10), LINES.slice(1, 3), LINES.slice(2, 9)];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 10 }),
        async (steps) => {
          const open = newWorkspace();
          const ids = new Map<number, number>();
          const alive = new Set<number>();
          for (const which of steps) {
            const id = ids.get(which);
            if (id === undefined) {
              const path = named(`part-${which}.csv`, files[which] ?? []);
              ids.set(which, (await imported(open, path)).id);
              alive.add(which);
            } else {
              const state = alive.delete(which) ? 'undone' : 'live';
              if (state === 'live') alive.add(which);
              await setImportState(open, id, state, live);
            }
          }
          const fresh = newWorkspace();
          for (const which of [...ids.keys()].filter((file) => alive.has(file)))
            await imported(fresh, named(`part-${which}.csv`, files[which] ?? []));
          expect(totals(open)).toEqual(totals(fresh));
          fresh.close();
          open.close();
        },
      ),
      { numRuns: 15 },
    );
  });
});
