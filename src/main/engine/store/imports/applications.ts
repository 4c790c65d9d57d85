import { UNNAMED_APPLICATION } from '../../../../shared/usage/unnamed-application';
import type { ReadableDb, WritableDb } from '../workspace/connection';
import { inStretches } from '../workspace/id-stretches';
import type { Pause } from '../workspace/pause';
import { idRange, rowsOfImport } from '../workspace/row-id';

/** An import whose rows name no application. */
export interface ImportOfOneApp {
  readonly id: number;
  readonly app: string;
  /** stated: when it came; said: by the user later; assumed: by nobody. */
  readonly by: 'stated' | 'said' | 'assumed';
  readonly state: 'live' | 'undone' | 'waiting';
  readonly fileName: string;
  readonly rows: number;
}

interface AppRow {
  id: bigint;
  app: string;
  app_by: ImportOfOneApp['by'];
  state: ImportOfOneApp['state'];
  file_name: string;
  rows: bigint;
}

function importOf({ id, app, app_by, state, file_name, rows }: AppRow): ImportOfOneApp {
  return { id: Number(id), app, by: app_by, state, fileName: file_name, rows: Number(rows) };
}

/** Imports that are not undone and of whose application nobody says anything, in the order in which they came. */
export function openImports(db: ReadableDb): ImportOfOneApp[] {
  return db
    .prepare<AppRow>(
      `SELECT id, app, app_by, state, file_name, rows FROM imports
       WHERE app_by = 'assumed' AND state <> 'undone' ORDER BY id`,
    )
    .all()
    .map(importOf);
}

/** Null: there is no such import, or its rows name their applications themselves. */
export function importOfOneApp(db: ReadableDb, importId: number): ImportOfOneApp | null {
  const found = db
    .prepare<AppRow>(
      'SELECT id, app, app_by, state, file_name, rows FROM imports WHERE id = ? AND app IS NOT NULL',
    )
    .get(importId);
  return found ? importOf(found) : null;
}

/** Applications that live imports name, usage and bills; at most two, since more than one is no answer. */
export function namedApplications(db: ReadableDb): string[] {
  const usage = db.prepare<{ app: string }>(
    `SELECT m.sdk_app_id AS app FROM meters m
     WHERE m.sdk_app_id <> ? AND EXISTS (
       SELECT 1 FROM imports i CROSS JOIN usage_rows u ON ${rowsOfImport('u')}
       WHERE i.state = 'live' AND i.app_by IS NOT 'assumed' AND u.meter_id = m.id)
     GROUP BY m.sdk_app_id LIMIT 2`,
  );
  const bills = db.prepare<{ app: string }>(
    `SELECT DISTINCT b.sdk_app_id AS app FROM imports i CROSS JOIN bill_lines b ON ${rowsOfImport('b')}
     WHERE i.state = 'live' AND b.sdk_app_id IS NOT NULL LIMIT 2`,
  );
  const found = new Set([...usage.all(UNNAMED_APPLICATION), ...bills.all()].map(({ app }) => app));
  return [...found].slice(0, 2);
}

/** Every application that rows of live imports name, or that was said of them, by id. */
export function applicationsInFiles(db: ReadableDb): string[] {
  return db
    .prepare<{ app: string }>(
      `SELECT app FROM (
         SELECT m.sdk_app_id AS app FROM meters m WHERE EXISTS (
           SELECT 1 FROM imports i CROSS JOIN usage_rows u ON ${rowsOfImport('u')}
           WHERE i.state = 'live' AND u.meter_id = m.id)
         UNION
         SELECT b.sdk_app_id FROM imports i CROSS JOIN bill_lines b ON ${rowsOfImport('b')}
         WHERE i.state = 'live' AND b.sdk_app_id IS NOT NULL)
       WHERE app <> ? ORDER BY app`,
    )
    .all(UNNAMED_APPLICATION)
    .map(({ app }) => app);
}

/** Whose use the rows of an import are of, from now on. `pause`: between two stretches of its rows. */
export async function giveApplication(
  db: WritableDb,
  importId: number,
  { app, by, state }: Pick<ImportOfOneApp, 'app' | 'by' | 'state'>,
  pause: Pause,
): Promise<void> {
  db.prepare('UPDATE imports SET app = ?, app_by = ?, state = ? WHERE id = ?').run(
    app,
    by,
    state,
    importId,
  );
  const meters = db.prepare(
    `INSERT OR IGNORE INTO meters (sdk_app_id, item, source, granularity, unit)
     SELECT ?, item, source, granularity, unit FROM meters
     WHERE id IN (SELECT meter_id FROM usage_rows WHERE id BETWEEN ? AND ?)`,
  );
  const give = db.prepare(
    `UPDATE usage_rows AS u SET meter_id = (
       SELECT n.id FROM meters o JOIN meters n USING (item, source, granularity, unit)
       WHERE o.id = u.meter_id AND n.sdk_app_id = ?)
     WHERE u.id BETWEEN ? AND ?`,
  );
  await inStretches(db, 'usage_rows', idRange(importId), pause, (ids) => {
    meters.run(app, ...ids);
    give.run(app, ...ids);
  });
}
