import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseNewer } from '../../../../src/main/engine/import/changes/choose-replacement';
import { importFile } from '../../../../src/main/engine/import/import-file';
import { onlyTurns } from '../../../../src/main/engine/store/workspace/pause';
import { setImportState } from '../../../../src/main/engine/import/changes/undo';
import { billLines } from '../../../../src/main/engine/store/evidence/bill-lines';
import { importIssues, listImports } from '../../../../src/main/engine/store/imports/imports';
import { restatements } from '../../../../src/main/engine/store/evidence/restatement-pages';
import type { OpenWorkspace } from '../../../../src/main/engine/store/workspace/workspace-file';
import type { Forecast } from '../../../../src/shared/contract/import-changes';
import { toText } from '../../../../src/shared/money/decimal';
import { zipOf } from '../../../support/zip-of';
import { FIXTURES, fileWith, importingAll, newWorkspace } from '../../workspace';

/** The bill of the samples in two parts, and as the provider restated it: one line of the first part is another. */
const LINES = readFileSync(join(FIXTURES, 'cn_L3_monthly_aggregated.csv'), 'utf8')
  .replace(/^\uFEFF/, '')
  .split(/\r?\n/)
  .filter((line) => line.includes('实时音视频,按量计费') || line.startsWith('支付者'));
const [HEADER = '', ...ROWS] = LINES;
const part = (...rows: readonly string[]) => `${[HEADER, ...rows].join('\n')}\n`;
const [FIRST, SECOND] = [ROWS.slice(0, 2), ROWS.slice(2)];
const RESTATED = FIRST.map((row, index) =>
  index === 0 ? row.replaceAll('389.05300000', '390.05300000') : row,
);
const archive = (name: string, first: readonly string[], second = SECOND) =>
  fileWith(zipOf({ 'part-1.csv': part(...first), 'part-2.csv': part(...second) }), name);
const older = () => archive('june.zip', FIRST);
const newer = () => archive('june-again.zip', RESTATED);

const signal = new AbortController().signal;
const run = (open: OpenWorkspace, path: string, more: object = {}) =>
  importFile(open, path, { signal, onProgress: () => undefined, ...more });
const amounts = (open: OpenWorkspace) =>
  billLines(open.readable)
    .map(({ amount }) => toText(amount))
    .sort();
async function alone(path: string): Promise<string[]> {
  const open = newWorkspace();
  await importingAll(open, path);
  return amounts(open);
}
const said = (open: OpenWorkspace) =>
  listImports(open.readable).flatMap(({ id }) =>
    importIssues(open.readable, id, { offset: 0, limit: 50 })
      .rows.filter(({ code }) => code === 'restates-other-file')
      .map(({ params }) => params),
  );

describe('an archive in parts that the provider restated', () => {
  it('is made of more rows than one part has, of which one is another', () => {
    expect(FIRST).toHaveLength(2);
    expect(SECOND.length).toBeGreaterThan(1);
    expect(RESTATED).not.toEqual(FIRST);
  });

  it('is foretold as a whole: no line of the other part is gone', async () => {
    const open = newWorkspace();
    await importingAll(open, older());
    const told: Forecast[] = [];
    await run(open, newer(), { rehearsal: (forecast: Forecast) => told.push(forecast) });
    expect(told.flatMap(({ restates }) => restates)).toMatchObject([
      { fileName: 'june.zip/part-1.csv', changed: 1, added: 0, gone: 0, amount: '1' },
    ]);
    expect(listImports(open.readable)).toHaveLength(2);
    expect(amounts(open)).toEqual(await alone(older()));
  });

  it('counts instead of the earlier one where that is chosen, every part of it', async () => {
    const open = newWorkspace();
    await importingAll(open, older());
    const outcomes = await run(open, newer(), { replace: true });
    // The second part has the same bytes, and comes again all the same: it is a part of this export.
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['imported', 'imported']);
    expect(amounts(open)).toEqual(await alone(newer()));
    expect(said(open)).toEqual([]);
    expect(restatements(open.readable)).toMatchObject([{ changed: 1, gone: 0, inForce: true }]);
    expect(await run(open, newer())).toMatchObject([
      { outcome: 'unchanged' },
      { outcome: 'unchanged' },
    ]);
  });

  it('says once what differs until somebody chooses, and takes the choice back', async () => {
    const open = newWorkspace();
    await importingAll(open, older());
    await importingAll(open, newer());
    expect(said(open)).toEqual([{ other: 'june.zip/part-1.csv', changed: 1, gone: 0 }]);
    await chooseNewer(open, 4, onlyTurns);
    expect(amounts(open)).toEqual(await alone(newer()));
    expect(said(open)).toEqual([]);
    for (const id of [3, 4]) await setImportState(open, id, 'undone', signal);
    expect(amounts(open)).toEqual(await alone(older()));
    for (const id of [4, 3]) await setImportState(open, id, 'live', signal);
    expect(amounts(open)).toEqual(await alone(newer()));
  });

  it('with a part that cannot be read is settled with those that came', async () => {
    const open = newWorkspace();
    await importingAll(open, older());
    const controller = new AbortController();
    const outcomes = await run(open, newer(), {
      signal: controller.signal,
      onProgress: () => {
        if (listImports(open.readable).length === 3) controller.abort();
      },
    });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['imported', 'failed']);
    // Only one of its parts is here: it is not taken for the whole, and comes whole when it is dropped again.
    expect(await run(open, newer(), { replace: true })).toHaveLength(2);
    expect(new Set(amounts(open))).toEqual(new Set(await alone(newer())));
  });
});
