import type { Database } from 'better-sqlite3';
import { invariant } from '../../../shared/invariant';
import type { MigrationStep } from './steps';

/** The schema version a workspace file is at; 0 for an empty file. */
export function schemaVersion(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/**
 * Brings a workspace to the newest schema. Each step and its version number are one transaction: a crash
 * leaves the file at a whole version. The caller has refused newer files and kept a backup. Foreign keys are
 * off meanwhile, since a table that is made anew would else take its dependants with it, and proved behind each step.
 */
export function migrate(db: Database, steps: readonly MigrationStep[]): void {
  steps.forEach((step, index) => {
    invariant(step.version === index + 1, `migration ${step.name} is not number ${index + 1}`);
  });
  const enforced = Number(db.pragma('foreign_keys', { simple: true })) === 1;
  db.pragma('foreign_keys = OFF');
  try {
    for (const step of steps.slice(schemaVersion(db))) {
      db.transaction(() => {
        db.exec(step.sql);
        const broken = db.pragma('foreign_key_check') as readonly unknown[];
        invariant(broken.length === 0, `migration ${step.name} leaves rows without their parents`);
        db.pragma(`user_version = ${step.version}`);
      }).immediate();
    }
  } finally {
    if (enforced) db.pragma('foreign_keys = ON');
  }
}
