import { createHash } from 'node:crypto';
import type { ReadableDb } from '../workspace/connection';

const EDITS = [
  'SELECT id, cells FROM row_corrections ORDER BY id',
  'SELECT id FROM row_dismissals ORDER BY id',
  'SELECT newer_id, older_id FROM replacements ORDER BY newer_id, older_id',
  `SELECT id, app FROM imports WHERE app_by IN ('said', 'assumed') AND state = 'live' ORDER BY id`,
] as const;

/**
 * A hash of what people did about the rows of imports: corrections, dismissals, replacements, whose they were said
 * or taken to be. Null where
 * nobody did anything, so that nothing is named that is not there.
 */
export function editsOfImports(db: ReadableDb): string | null {
  const hash = createHash('sha256');
  let any = false;
  for (const [part, sql] of EDITS.entries())
    for (const row of db.prepare<Record<string, bigint | string>>(sql).iterate()) {
      any = true;
      hash.update(`${part} ${Object.values(row).map(String).join(' ')}\n`);
    }
  return any ? hash.digest('hex') : null;
}
