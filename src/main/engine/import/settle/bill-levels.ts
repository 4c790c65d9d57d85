import type { WritableDb } from '../../store/workspace/connection';
import { isOfLiveImport } from '../../store/workspace/row-id';

/**
 * One month can be exported at several levels: by line, as FOCUS, added up by month, by resource. They are
 * the same money, so only the finest counts and the others check it.
 */
const LEVEL = `CASE
  WHEN i.profile LIKE 'intl-focus%' THEN 1
  WHEN i.profile = 'cn-l2-resource' THEN 3
  WHEN EXISTS (SELECT 1 FROM bill_lines b WHERE b.id BETWEEN i.id << 32 AND (i.id << 32) + 4294967295
      AND b.bucket = 'settlement')
    AND NOT EXISTS (SELECT 1 FROM bill_lines b WHERE b.id BETWEEN i.id << 32 AND (i.id << 32) + 4294967295
      AND b.bucket = 'settlement' AND b.transaction_id <> '') THEN 2
  ELSE 0 END`;

const AT_FINER_LEVEL = 'rows-at-finer-level';

/**
 * Decides again which bill lines stand at a coarser level than others of the same payer, month and days.
 * They are marked as repeats of the finer bill. Runs inside the caller's transaction, after repeats are settled.
 */
export function settleLevels(db: WritableDb): void {
  db.exec(`CREATE TEMP TABLE bill_levels AS
    SELECT i.id, ${LEVEL} AS level FROM imports i WHERE i.kind = 'bill' AND i.state = 'live'`);
  try {
    const { levels } = db
      .prepare<{ levels: bigint }>('SELECT count(DISTINCT level) AS levels FROM temp.bill_levels')
      .get() ?? { levels: 0n };
    const marked = db
      .prepare('SELECT 1 FROM import_issues WHERE code = ? LIMIT 1')
      .get(AT_FINER_LEVEL);
    if (levels < 2n && marked === undefined) return;
    clearMarks(db);
    if (levels >= 2n) mark(db);
    recount(db);
  } finally {
    db.exec('DROP TABLE temp.bill_levels');
  }
}

/** A mark between two levels is ours: the same row in two files has the same columns, so the same level. */
function clearMarks(db: WritableDb): void {
  db.exec(`UPDATE bill_lines SET duplicate_of = NULL
    WHERE duplicate_of IS NOT NULL AND id >> 32 IN (
      SELECT import_id FROM import_issues WHERE code = '${AT_FINER_LEVEL}')
    AND coalesce((SELECT level FROM temp.bill_levels WHERE id = bill_lines.duplicate_of >> 32), -1)
      <> coalesce((SELECT level FROM temp.bill_levels WHERE id = bill_lines.id >> 32), -2)`);
  db.exec(`DELETE FROM import_issues WHERE code = '${AT_FINER_LEVEL}'`);
}

/** Only days that the finer bill covers: a month that it holds in part keeps the rest of the coarser one. */
function mark(db: WritableDb): void {
  // A row that stands alike in both (a purchase in a bill added up by month) is the finer bill's.
  db.exec(`UPDATE bill_lines SET duplicate_of = NULL
    WHERE duplicate_of IS NOT NULL
      AND (SELECT level FROM temp.bill_levels WHERE id = bill_lines.id >> 32)
        < (SELECT level FROM temp.bill_levels WHERE id = bill_lines.duplicate_of >> 32)`);
  db.exec(`CREATE TEMP TABLE bill_spans AS
    SELECT b.payer_uin, b.day / 100 AS month, l.level, min(b.id) AS first_id, min(b.day) AS first_day,
      max(max(b.day), coalesce(max(CAST(replace(substr(b.usage_end, 1, 10), '-', '') AS INTEGER))
        FILTER (WHERE b.bucket = 'settlement'), 0)) AS last_day
    FROM bill_lines b JOIN temp.bill_levels l ON l.id = b.id >> 32
    WHERE b.duplicate_of IS NULL GROUP BY b.payer_uin, month, l.level`);
  try {
    db.exec(`UPDATE bill_lines SET duplicate_of = finer.first_id
      FROM temp.bill_levels own, temp.bill_spans finer
      WHERE own.id = bill_lines.id >> 32 AND bill_lines.duplicate_of IS NULL
        AND finer.payer_uin = bill_lines.payer_uin AND finer.month = bill_lines.day / 100
        AND bill_lines.day BETWEEN finer.first_day AND finer.last_day
        AND finer.level = (
          SELECT min(s.level) FROM temp.bill_spans s
          WHERE s.payer_uin = bill_lines.payer_uin AND s.month = bill_lines.day / 100
            AND bill_lines.day BETWEEN s.first_day AND s.last_day)
        AND own.level > finer.level`);
  } finally {
    db.exec('DROP TABLE temp.bill_spans');
  }
}

/** Writes of each bill how many of its lines count, and says which finer one holds the others. */
function recount(db: WritableDb): void {
  db.exec(`UPDATE imports SET accepted = accepted + duplicates - found.n, duplicates = found.n
    FROM (SELECT l.id, (SELECT count(*) FROM bill_lines b WHERE b.id >> 32 = l.id
        AND b.id BETWEEN l.id << 32 AND (l.id << 32) + 4294967295
        AND b.duplicate_of IS NOT NULL) AS n FROM temp.bill_levels l) found
    WHERE imports.id = found.id AND imports.duplicates <> found.n`);
  db.exec(`INSERT INTO import_issues (import_id, severity, code, params)
    SELECT b.id >> 32, 'note', '${AT_FINER_LEVEL}',
      json_object('count', count(*), 'other', other.file_name)
    FROM bill_lines b
    JOIN temp.bill_levels own ON own.id = b.id >> 32
    JOIN temp.bill_levels finer ON finer.id = b.duplicate_of >> 32
    JOIN imports other ON other.id = finer.id
    WHERE b.duplicate_of IS NOT NULL AND own.level > finer.level AND ${isOfLiveImport('b')}
    GROUP BY b.id >> 32, other.id ORDER BY 1, other.id`);
}
