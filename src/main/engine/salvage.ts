import { resolve } from 'node:path';
import { EngineFailure } from '../../shared/contract/error';
import { settleRepeats } from './import/settle/repeated-rows';
import { storedAccount } from './store/accounts';
import { findImport, listImports } from './store/imports/imports';
import { onlyTurns } from './store/workspace/pause';
import { idRange, TABLES_OF_ROWS } from './store/workspace/row-id';
import { dropDangling, salvageInto } from './store/workspace/salvage-workspace';
import type { OpenWorkspace } from './store/workspace/workspace-file';
import type { WorkspaceSession } from './workspace-session';

/** What a person is told of a salvage; see shared/contract/backups.ts. */
export interface SalvageReport {
  readonly workspace: OpenWorkspace;
  readonly kept: readonly string[];
  readonly lost: readonly string[];
  readonly accountKept: boolean;
  readonly rowsRead: number;
  readonly tablesDamaged: readonly string[];
}

/**
 * Saves what can be read of a damaged workspace into a new one, and opens that. A file counts whole or not at
 * all: one that lost a row is taken out and named, since a sum over half of it would look right and be wrong.
 */
export async function salvage(
  session: WorkspaceSession,
  path: string,
  target: string,
): Promise<SalvageReport> {
  const saved = salvageInto(resolve(path), resolve(target));
  if (!saved.ok) throw new EngineFailure(saved.error);
  const { lostImports, ...found } = saved.value;
  const workspace = await session.open(resolve(target));
  const lost = await takeOut(workspace, lostImports);
  return {
    workspace,
    kept: listImports(workspace.readable).map(({ fileName }) => fileName),
    lost,
    accountKept: storedAccount(workspace.readable) !== null,
    ...found,
  };
}

/** Removes these imports with all their rows; what they had in common with others counts there again. */
async function takeOut(workspace: OpenWorkspace, importIds: readonly number[]): Promise<string[]> {
  const db = workspace.writable;
  const names: string[] = [];
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const id of importIds) {
      const found = findImport(db, id);
      if (found) names.push(found.fileName);
      db.prepare("UPDATE imports SET state = 'undone' WHERE id = ?").run(id);
      await settleRepeats(db, id, onlyTurns);
    }
    for (const table of TABLES_OF_ROWS) {
      const remove = db.prepare(`DELETE FROM ${table} WHERE id BETWEEN ? AND ?`);
      for (const id of importIds) remove.run(...idRange(id));
    }
    for (const id of importIds) db.prepare('DELETE FROM imports WHERE id = ?').run(id);
    dropDangling(db);
    db.exec('COMMIT');
  } catch (thrown) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw thrown;
  }
  return names;
}
