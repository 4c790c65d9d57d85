import type { ReadableDb, WritableDb } from '../workspace/connection';

/** The two connections to one workspace. */
interface Connections {
  readonly readable: ReadableDb;
  readonly writable: WritableDb;
}

/**
 * Text that is another one as soon as anything was committed that says which files count, what their rows are and
 * what stands in them: migrations/0015. It costs two look-ups however many rows there are. It may also become another
 * one where nothing changed: what another program committed is taken for a change, whatever it was.
 *
 * A mark says something about rows that are read after it was asked for, of the same open workspace.
 */
export function evidenceMark({ readable, writable }: Connections): string {
  const elsewhere = writable.prepare<{ data_version: bigint }>('PRAGMA data_version').get();
  const own = readable.prepare<{ writes: bigint }>('SELECT writes FROM evidence_writes').get();
  return `${String(elsewhere?.data_version)} ${String(own?.writes)}`;
}

/** Counts rows that are about to be written without a trigger, in the caller's transaction. */
export function countEvidenceWrite(db: WritableDb): void {
  db.prepare(
    `INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1`,
  ).run();
}
