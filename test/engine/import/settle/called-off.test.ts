import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeUsage } from '../../../../scripts/bench-files.mjs';
import { importFile } from '../../../../src/main/engine/import/import-file';
import { setImportState } from '../../../../src/main/engine/import/changes/undo';
import type { ImportOutcome } from '../../../../src/shared/contract/imports';
import type { OpenWorkspace } from '../../../../src/main/engine/store/workspace/workspace-file';
import { dump, lastImport } from '../../history/workspace-dump';
import { imported, newWorkspace, temporaryFolder } from '../../workspace';

const ROWS = 6000;

let open: OpenWorkspace;
let second: string;
/** One export is there; the second restates every other row of it. */
beforeEach(async () => {
  const folder = temporaryFolder();
  const first = join(folder, 'a.csv');
  second = join(folder, 'b.csv');
  writeUsage(first, ROWS);
  const [header = '', ...rows] = readFileSync(first, 'utf8').trimEnd().split('\n');
  const restated = rows.map((row, index) =>
    index % 2 === 0 ? row : row.split(',').with(11, '9.8765').with(13, '9.8765').join(','),
  );
  writeFileSync(second, `${[header, ...restated].join('\n')}\n`);
  open = newWorkspace();
  await imported(open, first);
});

const content = () => dump(open.readable, lastImport(open.readable));
const left = () =>
  open.writable
    .prepare<{ name: string }>('SELECT name FROM temp.sqlite_schema')
    .all()
    .map(({ name }) => name);

/** Calls work off in its pause with this number, and tells how many pauses it had. */
async function calledOffAt(
  pause: number,
  work: (signal: AbortSignal, onPause: (rows: number) => void) => Promise<unknown>,
): Promise<{ pauses: number; most: number; result: unknown }> {
  const stop = new AbortController();
  let pauses = 0;
  let most = 0;
  const result = await work(stop.signal, (rows) => {
    pauses += 1;
    most = Math.max(most, rows);
    if (pauses === pause) stop.abort();
  }).catch((thrown: unknown) => thrown);
  return { pauses, most, result };
}

/** The first pause, the last, and some between them. */
const some = (pauses: number) => [
  1,
  2,
  ...[0.25, 0.5, 0.9].map((at) => Math.floor(pauses * at)),
  pauses,
];

describe('settling that is called off', () => {
  const replaceByIt = (signal: AbortSignal, onSettling: (rows: number) => void) =>
    importFile(open, second, { signal, onProgress: () => undefined, onSettling, replace: true });

  it('leaves the workspace as it was, wherever it is: of an import that replaces another', async () => {
    const before = content();
    const rehearsal = await calledOffAt(-1, (signal, onSettling) =>
      importFile(open, second, {
        signal,
        onProgress: () => undefined,
        onSettling,
        replace: true,
        rehearsal: () => undefined,
      }),
    );
    expect(content()).toBe(before);
    expect(rehearsal.pauses).toBeGreaterThan(10);
    expect(rehearsal.most).toBeLessThan(ROWS + 1);
    for (const pause of some(rehearsal.pauses)) {
      const { result } = await calledOffAt(pause, replaceByIt);
      expect((result as ImportOutcome[])[0]).toMatchObject({
        outcome: 'failed',
        error: { code: 'cancelled' },
      });
      expect(content()).toBe(before);
      expect(left()).toEqual([]);
    }
    const { result, pauses } = await calledOffAt(-1, replaceByIt);
    expect((result as ImportOutcome[])[0]).toMatchObject({ outcome: 'imported' });
    // What is recorded for the history is packed in pieces, too.
    expect(pauses).toBeGreaterThan(rehearsal.pauses);
    expect(content()).not.toBe(before);
  }, 120_000);

  it('leaves the workspace as it was, wherever it is: of an import that is taken back', async () => {
    const { result } = await calledOffAt(-1, replaceByIt);
    const [outcome] = result as ImportOutcome[];
    const importId = outcome?.outcome === 'imported' ? outcome.summary.id : 0;
    const takeBack = (signal: AbortSignal, told: (rows: number) => void) =>
      setImportState(open, importId, 'undone', signal, told);
    const before = content();
    for (const pause of [1, 2, 3]) {
      const { result: refused } = await calledOffAt(pause, takeBack);
      expect(refused).toMatchObject({ error: { code: 'cancelled' } });
      expect(content()).toBe(before);
      expect(left()).toEqual([]);
    }
    const { pauses } = await calledOffAt(-1, takeBack);
    expect(pauses).toBeGreaterThan(3);
    const undone = content();
    expect(undone).not.toBe(before);
    await setImportState(open, importId, 'live', new AbortController().signal);
    await setImportState(open, importId, 'undone', new AbortController().signal);
    expect(content()).toBe(undone);
  }, 120_000);
});
