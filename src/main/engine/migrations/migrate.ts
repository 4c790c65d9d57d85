import type { Database } from 'better-sqlite3';
import { invariant } from '../../../shared/invariant';
import type { MigrationStep } from './steps';

/** The schema version a workspace file is at; 0 for an empty file. */
export function schemaVersion(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/**
 * Brings a workspace to the newest schema. Each step and its version number are one transaction: a crash
 * leaves the file at a whole version. The caller has refused newer files and kept a backup.
 */
export function migrate(db: Database, steps: readonly MigrationStep[]): void {
  steps.forEach((step, index) => {
    invariant(step.version === index + 1, `migration ${step.name} is not number ${index + 1}`);
  });
  for (const step of steps.slice(schemaVersion(db))) {
    db.transaction(() => {
      db.exec(step.sql);
      db.pragma(`user_version = ${step.version}`);
    }).immediate();
  }
}
