import Database from 'better-sqlite3';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runAudit } from '../../../../src/main/engine/audit/run-audit';
import { setImportState } from '../../../../src/main/engine/import/changes/undo';
import { stateAccount } from '../../../../src/main/engine/account/stated-account';
import { billLines } from '../../../../src/main/engine/store/evidence/bill-lines';
import {
  countEvidenceWrite,
  evidenceMark,
} from '../../../../src/main/engine/store/evidence/evidence-mark';
import { importWriter } from '../../../../src/main/engine/store/evidence/import-writer';
import { timedUsageOf, usageSeries } from '../../../../src/main/engine/store/evidence/usage';
import type { OpenWorkspace } from '../../../../src/main/engine/store/workspace/workspace-file';
import { engineClient } from '../../../support/engine-client';
import { Random } from '../../../support/random';
import { ACTS, FILES } from '../../acts';
import { FIXTURES, imported, newWorkspace, opened, temporaryFolder } from '../../workspace';

const control = { signal: new AbortController().signal, progress: () => undefined };
const fixture = (name: string) => join(FIXTURES, name);
/** More on demand: RECOUNT_CASES=100. */
const CASES = Number(process.env['RECOUNT_CASES'] ?? 8);

/** Everything an audit reads of the rows of files, as text. */
function whatAnAuditReads({ readable }: OpenWorkspace): string {
  const series = usageSeries(readable, null);
  const days = [...new Set(series.map(({ day }) => day))];
  return JSON.stringify([
    series,
    days.map((day) => timedUsageOf(readable, day)),
    billLines(readable),
  ]);
}

/** What does most by little: taken more often than the rest. */
const OFTEN = Array.from({ length: 4 }, () => ['undo', 'redo', 'imports a bill']).flat();

describe('the mark of usage and bill', () => {
  it('is another one after whatever a person did that changes what an audit reads', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...OFTEN, ...Object.keys(ACTS)), { minLength: 10, maxLength: 18 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        async (names, seed) => {
          const path = join(temporaryFolder(), 'acts.recount');
          const client = engineClient();
          const random = new Random(seed);
          await client.ask('workspace.create', { path });
          const beside = opened(path);
          // What is counted in the file alone: to this second opener every commit is another program's.
          const mark = () => beside.readable.prepare('SELECT writes FROM evidence_writes').get();
          for (const name of names) {
            const before = { mark: mark(), read: whatAnAuditReads(beside) };
            await ACTS[name]?.(client, random);
            const after = { mark: mark(), read: whatAnAuditReads(beside) };
            if (after.read !== before.read) expect(after.mark, name).not.toEqual(before.mark);
          }
          beside.close();
          await client.engine.close();
        },
      ),
      { numRuns: CASES },
    );
  }, 120_000);

  it.each(Object.entries(FILES))('counts %s that comes, goes and comes back', async (_, path) => {
    const open = newWorkspace();
    const marks = [evidenceMark(open)];
    const { id } = await imported(open, path());
    marks.push(evidenceMark(open));
    for (const state of ['undone', 'live'] as const) {
      await setImportState(open, id, state, control.signal);
      marks.push(evidenceMark(open));
    }
    expect(new Set(marks).size).toBe(4);
  });

  it('stays the same through audits, accounts, checkpoints and what is decided', async () => {
    const open = newWorkspace();
    await imported(open, fixture('cn_usage_detail_rav_daily.csv'));
    await imported(open, fixture('cn_L3_detail.csv'));
    const mark = evidenceMark(open);
    for (const discount of ['0.9', '0.8', '0.7']) {
      const term = { item: 'av.hd', discount, from: '2023-06-02', reference: 'p. 1' };
      stateAccount(open.writable, JSON.stringify({ site: 'cn', contract: [term] }));
      await runAudit(open, null, control);
      open.gather();
    }
    open.writable.exec(`INSERT INTO saved_views VALUES ('bills', 'mine', '{}')`);
    expect(evidenceMark(open)).toBe(mark);
  });

  it('is not yet another one while what changes it is not committed, and never after a rollback', async () => {
    const open = newWorkspace();
    const { id } = await imported(open, fixture('cn_usage_detail_rav_daily.csv'));
    const before = evidenceMark(open);
    open.writable.exec('BEGIN IMMEDIATE');
    open.writable.exec(`UPDATE imports SET state = 'undone' WHERE id = ${id}`);
    expect(evidenceMark(open)).toBe(before);
    open.writable.exec('ROLLBACK');
    expect(evidenceMark(open)).toBe(before);
    open.writable.exec('BEGIN IMMEDIATE');
    open.writable.exec(`UPDATE usage_rows SET seconds = seconds + 1 WHERE id % 7 = 0`);
    open.writable.exec('COMMIT');
    expect(evidenceMark(open)).not.toBe(before);
  });

  it('is another one after anything that another program commits, rows put in by hand included', async () => {
    const open = newWorkspace();
    await imported(open, fixture('cn_usage_detail_rav_daily.csv'));
    const before = evidenceMark(open);
    const other = new Database(open.path);
    other.exec(`INSERT INTO usage_rows (id, meter_id, day, seconds)
      SELECT max(id) + 1, meter_id, day, 60 FROM usage_rows`);
    other.close();
    expect(evidenceMark(open)).not.toBe(before);
  });

  it('counts on where its row was lost', () => {
    const open = newWorkspace();
    open.writable.exec('DELETE FROM evidence_writes');
    const marks = [evidenceMark(open)];
    countEvidenceWrite(open.writable);
    marks.push(evidenceMark(open));
    countEvidenceWrite(open.writable);
    marks.push(evidenceMark(open));
    expect(new Set(marks).size).toBe(3);
  });

  it('is counted by triggers on every table that an audit reads: none is lost where a table is made anew', () => {
    const found = newWorkspace()
      .readable.prepare<{ on: string; counted: bigint }>(
        `SELECT tbl_name AS "on", count(*) AS counted FROM sqlite_schema
         WHERE type = 'trigger' AND sql LIKE '%evidence_writes%' GROUP BY tbl_name`,
      )
      .all();
    expect(Object.fromEntries(found.map(({ on, counted }) => [on, Number(counted)]))).toEqual({
      bill_lines: 3,
      imports: 3,
      item_rules: 3,
      meters: 3,
      raw_chunks: 3,
      row_corrections: 3,
      usage_rows: 2,
    });
  });

  it('is counted by hand in the one place that inserts rows of usage, which have no trigger', () => {
    const engine = join(import.meta.dirname, '../../../../src/main/engine');
    const inserting = readdirSync(engine, { recursive: true, encoding: 'utf8' }).filter(
      (file) =>
        /\.ts$/.test(file) && /INTO usage_rows/.test(readFileSync(join(engine, file), 'utf8')),
    );
    expect(inserting).toEqual([join('store', 'evidence', 'import-writer.ts')]);
  });

  it('counts rows of usage that are written into an import that is there', async () => {
    const open = newWorkspace();
    const { id } = await imported(open, fixture('cn_usage_detail_rav_daily.csv'));
    const db = open.writable;
    expect(() => importWriter(db, id, 'billing', 1)).toThrow(/in a transaction/);
    const before = evidenceMark(open);
    db.transaction(() => {
      const writer = importWriter(db, id, 'billing', 1);
      writer.measured(9_999, 1, 20230601, null, 60, null, null);
      writer.flush();
    }).immediate();
    expect(evidenceMark(open)).not.toBe(before);
  });
});
