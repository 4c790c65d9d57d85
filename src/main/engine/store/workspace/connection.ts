import type { Database, Statement, Transaction } from 'better-sqlite3';

declare const readable: unique symbol;
declare const writable: unique symbol;

/** A value as SQLite gives it back: every integer is exact. */
export type Cell = string | bigint | number | null | Buffer;
/** A value as SQLite takes it. */
export type Param = string | bigint | number | null | Uint8Array;

/** A query that cannot change anything. Integers come back as bigint. */
export interface Query<Row> {
  get: (...params: Param[]) => Row | undefined;
  all: (...params: Param[]) => Row[];
  iterate: (...params: Param[]) => IterableIterator<Row>;
  /** The same query with each row as an array in the order of the columns; `Row` must be such a tuple. */
  raw: () => Query<Row>;
  /** The same query with integers as numbers: from 2^53 on they are rounded, which whoever asks for this has to see. */
  safeIntegers: (exact: false) => Query<Row>;
}

/** A connection to ask with. A function that takes it cannot write: the type has no way to. */
export interface ReadableDb {
  readonly [readable]: true;
  prepare<Row>(sql: string): Query<Row>;
}

/** The one connection that writes. It can be handed to everything that only reads. */
export interface WritableDb extends ReadableDb {
  readonly [writable]: true;
  readonly inTransaction: boolean;
  prepare<Row>(sql: string): Statement<Param[], Row>;
  exec: (sql: string) => unknown;
  transaction: <Args extends unknown[], T>(
    work: (...args: Args) => T,
  ) => Transaction<(...args: Args) => T>;
}

/** Names a connection that was opened read-only. */
export function asReadable(db: Database): ReadableDb {
  return db as unknown as ReadableDb;
}

/** Names the writing connection. */
export function asWritable(db: Database): WritableDb {
  return db as unknown as WritableDb;
}
