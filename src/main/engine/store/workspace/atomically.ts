import type { WritableDb } from './connection';

/** One transaction around asynchronous work. Inside another one the work is part of that, and ends with it. */
export async function atomically<T>(db: WritableDb, work: () => Promise<T> | T): Promise<T> {
  return db.inTransaction ? await work() : await inTransaction(db, work);
}

async function inTransaction<T>(db: WritableDb, work: () => Promise<T> | T): Promise<T> {
  db.exec('BEGIN IMMEDIATE');
  try {
    const value = await work();
    db.exec('COMMIT');
    return value;
  } catch (thrown) {
    // A full disk ends the transaction by itself.
    if (db.inTransaction) db.exec('ROLLBACK');
    throw thrown;
  }
}
