import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../../src/main/engine/migrations/migrate';
import { MIGRATIONS } from '../../../src/main/engine/migrations/steps';
import { asReadable } from '../../../src/main/engine/store/workspace/connection';
import { chargePage } from '../../../src/main/engine/store/runs/run-charges';

const BEFORE = MIGRATIONS.findIndex(({ name }) => name.endsWith('charges-in-pieces'));
const HUGE = 9_223_372_036_854_775_807n;

/** Two runs; in the first one 2,500 charges of one day, then three that each have days of their own. */
function oldWorkspace(): Database.Database {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  db.defaultSafeIntegers(true);
  migrate(db, MIGRATIONS.slice(0, BEFORE));
  for (const run of [1, 2]) {
    db.prepare(
      `INSERT INTO runs VALUES (?, '', '', '', '', '{}', 0, '{}', 'CNY', NULL, NULL, '', '', '', '', '', '', '{}',
         '[]', '[]')`,
    ).run(run);
    db.prepare(`INSERT INTO run_rates VALUES (?, 0, 'p', 'CN-3', '28', '1', '28', NULL)`).run(run);
    db.prepare(`INSERT INTO run_rates VALUES (?, 1, 'q', 'CN-3', '14', '0.5', '7', 'C-1')`).run(
      run,
    );
  }
  const insert = db.prepare(
    `INSERT INTO run_charges VALUES (?, ?, ?, ?, ?, ?, 'av.hd', ?, ?, ?, 1, 2, ?, ?, ?)`,
  );
  const add = (run: number, position: number, days: readonly number[], amount: bigint) =>
    insert.run(
      ...[run, position, ...days, String(1_400_000_000 + (position % 7))],
      ...[position % 2 === 0 ? null : 90, position + 3, position, position, position % 2, amount],
    );
  for (let position = 0; position < 2500; position += 1)
    add(1, position, [20230601, 20230602, 20230602], BigInt(position));
  add(1, 2500, [20230602, 20230603, 20230603], HUGE);
  add(1, 2501, [20230602, 20230604, 20230603], 0n);
  add(1, 2502, [20230602, 20230603, 20230603], 5n);
  add(2, 0, [20230601, 20230602, 20230602], 7n);
  return db;
}

describe('charges written before they were kept in pieces', () => {
  it('are the same afterwards, each with its rate', () => {
    const db = oldWorkspace();
    const before = db
      .prepare<
        [],
        {
          run_id: bigint;
          position: bigint;
          rate: bigint;
          amount_e8: bigint;
          seconds: bigint | null;
        }
      >('SELECT * FROM run_charges ORDER BY run_id, position')
      .all();
    migrate(db, MIGRATIONS);
    const pages = [1, 2].map((run) => chargePage(asReadable(db), run, { offset: 0, limit: 9999 }));
    expect(pages.map(({ total }) => total)).toEqual([2503, 1]);
    expect(pages.flatMap(({ rows }) => rows)).toMatchObject(
      before.map((row) => ({
        sdkAppId: String(1_400_000_000 + (Number(row.position) % 7)),
        seconds: row.position % 2n === 0n ? null : 90,
        meteredMinutes: Number(row.position) + 3,
        billableMinutes: Number(row.position),
        trialMinutes: 1,
        packageMinutes: 2,
        unitPrice: row.rate === 0n ? '28' : '7',
        contractReference: row.rate === 0n ? null : 'C-1',
      })),
    );
    expect(pages[0]?.rows.slice(2499)).toMatchObject([
      { periodStart: '2023-06-01', periodEnd: '2023-06-02', amount: '0.00002499' },
      { periodStart: '2023-06-02', periodEnd: '2023-06-03', amount: '92233720368.54775807' },
      { periodStart: '2023-06-02', periodEnd: '2023-06-04', chargedOn: '2023-06-03', amount: '0' },
      { periodStart: '2023-06-02', periodEnd: '2023-06-03', amount: '0.00000005' },
    ]);
    const asRows = 'SELECT run_id, position, amount_e8, seconds FROM run_charges ORDER BY 1, 2';
    expect(db.prepare(asRows).all()).toEqual(
      before.map(({ run_id, position, amount_e8, seconds }) => ({
        run_id,
        position,
        amount_e8,
        seconds,
      })),
    );
    expect(db.pragma('foreign_key_check')).toEqual([]);
  });
});
