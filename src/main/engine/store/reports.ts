import { randomBytes } from 'node:crypto';
import type { Language } from '../../../shared/contract/fields';
import type { MadeReport } from '../../../shared/contract/reports';
import { invariant } from '../../../shared/invariant';
import { day } from '../../../shared/period/day';
import type { Period } from '../../../shared/period/period';
import type { ReadableDb, WritableDb } from './workspace/connection';

/** A report as it is remembered; whether its file is still there is asked of the disk. */
export type StoredReport = Omit<MadeReport, 'there'>;

interface ReportRow {
  id: bigint;
  made_at: string;
  kind: MadeReport['kind'];
  format: string;
  path: string;
  sha256: string;
  bytes: bigint;
  fingerprint: string;
  period_from: string | null;
  period_to: string | null;
  language: Language;
  masked: bigint;
}

export function countReports(db: ReadableDb): number {
  const row = db.prepare<{ total: bigint }>('SELECT count(*) AS total FROM reports').get();
  return Number(row?.total ?? 0);
}

/** A page of them, the newest first. */
export function storedReports(
  db: ReadableDb,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): StoredReport[] {
  return db
    .prepare<ReportRow>('SELECT * FROM reports ORDER BY id DESC LIMIT ? OFFSET ?')
    .all(limit, offset)
    .map((row) => ({
      id: Number(row.id),
      madeAt: row.made_at,
      kind: row.kind,
      format: row.format,
      path: row.path,
      sha256: row.sha256,
      bytes: Number(row.bytes),
      fingerprint: row.fingerprint,
      period: periodOf(row),
      language: row.language,
      masked: row.masked === 1n,
    }));
}

/** Whether a file of exactly these bytes was written from this workspace. */
export function isKnownReport(db: ReadableDb, sha256: string): boolean {
  return db.prepare('SELECT 1 FROM reports WHERE sha256 = ? LIMIT 1').get(sha256) !== undefined;
}

/** Remembers reports that were just written, all or none. */
export function storeReports(db: WritableDb, reports: readonly Omit<StoredReport, 'id'>[]): void {
  const insert = db.prepare(
    `INSERT INTO reports (made_at, kind, format, path, sha256, bytes, fingerprint, period_from, period_to,
       language, masked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  db.transaction(() => {
    for (const one of reports)
      insert.run(
        one.madeAt,
        one.kind,
        one.format,
        one.path,
        one.sha256,
        one.bytes,
        one.fingerprint,
        one.period?.from ?? null,
        one.period?.to ?? null,
        one.language,
        one.masked ? 1 : 0,
      );
  })();
}

/** The secret behind this workspace's pseudonyms; null while none was ever needed. */
export function maskSecret(db: ReadableDb): Uint8Array | null {
  return (
    db.prepare<{ secret: Buffer }>('SELECT secret FROM mask_key WHERE id = 1').get()?.secret ?? null
  );
}

/** The secret, drawn at random the first time. */
export function requireMaskSecret(db: WritableDb): Uint8Array {
  db.prepare('INSERT INTO mask_key (id, secret) VALUES (1, ?) ON CONFLICT (id) DO NOTHING').run(
    randomBytes(32),
  );
  const secret = maskSecret(db);
  invariant(secret, 'the secret that was just kept is not there');
  return secret;
}

function periodOf({ period_from: from, period_to: to }: ReportRow): Period | null {
  return from === null || to === null ? null : { from: day(from), to: day(to) };
}
