import { engineError, type EngineError } from '../../../shared/contract/error';
import type { ReadableDb } from '../store/workspace/connection';
import { listImports } from '../store/imports/imports';

/**
 * Why there is nothing to audit: nothing was imported (`no-usage`), or what became of every row that was
 * (`no-row-counts`), so that nobody looks for rows that were never lost.
 */
export function nothingToAudit(db: ReadableDb): EngineError {
  const files = listImports(db).filter(({ state }) => state !== 'undone');
  if (files.length === 0) return engineError('no-usage');
  const all = (of: (file: (typeof files)[number]) => number) =>
    files.reduce((sum, file) => sum + of(file), 0);
  return engineError('no-row-counts', {
    files: files.length,
    rows: all(({ rows }) => rows),
    quarantined: all(({ quarantined }) => quarantined),
    ignored: all(({ ignored }) => ignored),
    duplicates: all(({ duplicates }) => duplicates),
    waiting: all(({ state, accepted }) => (state === 'waiting' ? accepted : 0)),
    // Summaries, money movements, packages: what is compared with a bill and is none.
    checks: all(({ state, accepted }) => (state === 'waiting' ? 0 : accepted)),
  });
}
