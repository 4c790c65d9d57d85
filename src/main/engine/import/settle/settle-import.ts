import type { Issue } from '../../../../shared/issue';
import type { WritableDb } from '../../store/workspace/connection';
import type { Pause } from '../../store/workspace/pause';
import { settleLevels } from './bill-levels';
import { chosenReplacements, exportOf } from '../../store/imports/exports';
import { findImport } from '../../store/imports/imports';
import { countsOf } from '../../store/imports/restatements';
import { settleRepeats } from './repeated-rows';
import { settleApplications } from './settle-applications';
import { replaceRestated, restatedBy, settleIssues, type FoundRestatement } from './restatement';

/**
 * Decides what the rows of an import mean beside those of all others, after it came, came back, was taken back
 * or was corrected: what repeats, what a newer file replaces, what the provider restated. Runs inside the
 * caller's transaction. Answers what this import restates; it counts instead of that only where `replace` is set.
 * `pause`: between two stretches of rows, while the transaction stays open.
 * `more`: other parts of its archive follow, and only with the last of them is known what the archive restates.
 */
export async function settleImport(
  db: WritableDb,
  importId: number,
  {
    replace,
    pause,
    more = false,
  }: { readonly replace: boolean; readonly pause: Pause; readonly more?: boolean },
): Promise<readonly FoundRestatement[]> {
  const now = new Date().toISOString();
  await settleOpenImports(db, pause, importId);
  await settleRepeats(db, importId, pause);
  settleLevels(db);
  if (more) return [];
  const exportId = exportOf(db, importId);
  await settleIssues(db, exportId, pause, now);
  // Of an import that was taken back other parts of its archive may be left.
  const restated = await restatedBy(db, exportId, pause);
  if (replace && restated.length > 0) {
    await replaceRestated(db, restated, now, pause);
    await settleRepeats(db, importId, pause);
    settleLevels(db);
  }
  sayRestated(db, exportId, restated);
  return restated;
}

/** Decides whose use the imports are of that nobody said it of, and settles those for which it changed. */
export async function settleOpenImports(
  db: WritableDb,
  pause: Pause,
  settling: number | null = null,
): Promise<void> {
  for (const importId of await settleApplications(db, pause)) {
    if (importId === settling) continue;
    await settleRepeats(db, importId, pause);
    const exportId = exportOf(db, importId);
    sayRestated(db, exportId, await restatedBy(db, exportId, pause));
  }
}

const RESTATES = 'restates-other-file';

/** Both count as long as nobody has chosen: what stands in both with other numbers would be counted twice. */
function sayRestated(
  db: WritableDb,
  exportId: number,
  restated: readonly FoundRestatement[],
): void {
  db.prepare(
    `DELETE FROM import_issues WHERE code = ?
     AND import_id IN (SELECT id FROM imports WHERE coalesce(part_of, id) = ?)`,
  ).run(RESTATES, exportId);
  const chosen = new Set(chosenReplacements(db).map((pair) => pair.join(' ')));
  for (const { newer, older, found } of restated) {
    if (chosen.has(`${newer.exportId} ${older.exportId}`)) continue;
    if (chosen.has(`${older.exportId} ${newer.exportId}`)) continue;
    const { changed, gone } = countsOf(found);
    const params: Issue['params'] = {
      other: findImport(db, older.importIds[0] ?? older.exportId)?.fileName ?? '',
      changed,
      gone,
    };
    db.prepare(
      `INSERT INTO import_issues (import_id, severity, code, params)
       VALUES (?, 'warning', '${RESTATES}', ?)`,
    ).run(newer.importIds[0] ?? exportId, JSON.stringify(params));
  }
}
