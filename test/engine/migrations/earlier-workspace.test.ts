import Database from 'better-sqlite3';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { zstdCompressSync } from 'node:zlib';
import { MIGRATIONS } from '../../../src/main/engine/migrations/steps';
import { migrate } from '../../../src/main/engine/migrations/migrate';
import { evidenceMark } from '../../../src/main/engine/store/evidence/evidence-mark';
import { listImports } from '../../../src/main/engine/store/imports/imports';
import { rawRows } from '../../../src/main/engine/store/imports/raw-rows';
import { usageSeries } from '../../../src/main/engine/store/evidence/usage';
import { setImportState } from '../../../src/main/engine/import/changes/undo';
import { importing, fileWith, imported, newWorkspace, opened, temporaryFolder } from '../workspace';

/** The last step of the first release, before rows could have several measurements. */
const FIRST_RELEASE = 4;
const HEADER = '日期,产品名称,SdkAppId,属性,用量单位,标准用量';
const ROWS = [
  '2023-06-01,实时音视频,1400000001,高清,分钟,1.5',
  '2023-06-02,实时音视频,1400000001,语音,分钟,2',
];

/** A workspace as the first release left it: one file of two rows. */
function earlierWorkspace(): string {
  const path = join(temporaryFolder(), 'earlier.recount');
  const today = newWorkspace();
  const applicationId = today.readable
    .prepare<{ application_id: bigint }>('PRAGMA application_id')
    .get()?.application_id;
  const db = new Database(path);
  db.pragma(`application_id = ${String(applicationId)}`);
  migrate(db, MIGRATIONS.slice(0, FIRST_RELEASE));
  const columns = HEADER.split(',').map((header, index) => ({
    header,
    field: ['day', 'product', 'sdkAppId', 'attribute', 'unit', 'value'][index],
  }));
  db.prepare(
    `INSERT INTO imports VALUES (1, '/old/usage.csv', 'usage.csv', 'abc', 123, 'csv', NULL, 'utf-8', ',', 1,
       'usage', 'cn-usage-detail-daily', ?, 2, 2, 0, 0, 0, 20230601, 20230602, 1, '2023-07-01T00:00:00Z', 'live')`,
  ).run(JSON.stringify(columns));
  db.exec(`
    INSERT INTO meters VALUES (1, '1400000001', 'av.hd', 'billing', 'day', 'minutes'),
      (2, '1400000001', 'av.audio', 'billing', 'day', 'minutes');
    INSERT INTO usage_rows VALUES (4294967297, 1, 20230601, NULL, 90, 15000, NULL, NULL),
      (4294967298, 2, 20230602, NULL, 120, 20000, NULL, NULL);
    INSERT INTO import_issues VALUES (1, 1, 'note', 'rows-total', '{"count":1}', 4, NULL);`);
  db.prepare(
    'INSERT INTO raw_chunks VALUES (4294967297, 4294967298, 2, 20230601, 20230602, ?)',
  ).run(zstdCompressSync(Buffer.from(`${ROWS.join('\n')}\n`)));
  db.close();
  return path;
}

describe('a workspace of the first release', () => {
  it('keeps its rows, what they came from, and what they repeat', async () => {
    const open = opened(earlierWorkspace());
    expect(listImports(open.readable)).toMatchObject([
      { id: 1, rows: 2, accepted: 2, state: 'live' },
    ]);
    expect(usageSeries(open.readable, null).map(({ item, seconds }) => [item, seconds])).toEqual([
      ['av.hd', 90],
      ['av.audio', 120],
    ]);
    expect(rawRows(open.readable, [4294967297, 4294967298])).toMatchObject([
      { origin: { file: 'usage.csv', line: 2 }, raw: ROWS[0] },
      { origin: { file: 'usage.csv', line: 3 }, raw: ROWS[1] },
    ]);
    const again = await imported(open, fileWith(`${HEADER}\n${ROWS[1] ?? ''}\n`));
    expect(again).toMatchObject({ rows: 1, duplicates: 1 });
    const signal = new AbortController().signal;
    const mark = evidenceMark(open);
    await setImportState(open, 1, 'undone', signal);
    expect(evidenceMark(open)).not.toBe(mark);
    expect(usageSeries(open.readable, null)).toMatchObject([{ item: 'av.audio', seconds: 120 }]);
    await setImportState(open, 1, 'live', signal);
    expect(usageSeries(open.readable, null)).toHaveLength(2);
  });

  it('takes in files with a column for each tier beside them', async () => {
    const open = opened(earlierWorkspace());
    const outcome = await importing(
      open,
      fileWith('日期,SDKAppID,语音,标清,高清,全高清\n2023-06-01,1400000002,1,2,3,4\n'),
    );
    expect(outcome).toMatchObject({ outcome: 'imported', summary: { id: 2, accepted: 1 } });
    expect(usageSeries(open.readable, null)).toHaveLength(6);
  });
});
