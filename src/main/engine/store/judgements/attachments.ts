import type { ReadableDb, WritableDb } from '../workspace/connection';

/** Keeps a file's content, once for all decisions that hold it. It stays when it is taken off: undo needs it. */
export function keepAttachment(db: WritableDb, sha256: string, content: Uint8Array): void {
  db.prepare(
    `INSERT INTO attachments (sha256, size, added_at, content) VALUES (?, ?, ?, ?)
     ON CONFLICT (sha256) DO NOTHING`,
  ).run(sha256, content.byteLength, new Date().toISOString(), content);
}

export function attachmentContent(db: ReadableDb, sha256: string): Buffer | null {
  const row = db
    .prepare<{ content: Buffer }>('SELECT content FROM attachments WHERE sha256 = ?')
    .get(sha256);
  return row?.content ?? null;
}
