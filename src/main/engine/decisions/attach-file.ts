import { createHash } from 'node:crypto';
import { open, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ActResult } from '../../../shared/contract/decisions';
import { EngineFailure, engineError } from '../../../shared/contract/error';
import { attachmentContent, keepAttachment } from '../store/judgements/attachments';
import type { ReadableDb, WritableDb } from '../store/workspace/connection';
import { makeStep } from '../store/history/judgements';
import { decisionsAbout, type StoredDecision } from '../store/judgements/judgement-records';

/** 10 MB: a letter, a screenshot, a contract's page. A workspace is not an archive. */
export const ATTACHMENT_LIMIT = 10 * 1024 * 1024;

/** A file as it will be kept. Throws `attachment-too-big` before anything of it is read. */
export async function readAttachment(path: string): Promise<{ name: string; content: Buffer }> {
  const name = basename(path);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new EngineFailure(engineError('file-missing', { file: name }));
  const file = await open(path).catch(() => null);
  if (!file) throw new EngineFailure(engineError('file-unreadable', { file: name }));
  try {
    const { size } = await file.stat();
    if (size > ATTACHMENT_LIMIT)
      throw new EngineFailure(
        engineError('attachment-too-big', {
          file: name,
          megabytes: Math.ceil(size / 1024 / 1024),
          limit: ATTACHMENT_LIMIT / 1024 / 1024,
        }),
      );
    return { name, content: await file.readFile() };
  } finally {
    await file.close();
  }
}

function requireDecision(db: ReadableDb, key: string): StoredDecision {
  const decision = decisionsAbout(db, [key]).get(key);
  if (!decision) throw new EngineFailure(engineError('decision-missing', { comparison: key }));
  return decision;
}

/** Keeps the content and puts the file beside the decision. Throws `decision-missing`. */
export function attachFile(
  db: WritableDb,
  key: string,
  { name, content }: { readonly name: string; readonly content: Buffer },
): ActResult {
  return db
    .transaction((): ActResult => {
      const decision = requireDecision(db, key);
      const sha256 = createHash('sha256').update(content).digest('hex');
      const file = { name, sha256, size: content.byteLength };
      const others = decision.attachments.filter((one) => one.sha256 !== sha256);
      keepAttachment(db, sha256, content);
      const after = { ...decision, attachments: [...others, file] };
      const step = makeStep(db, 'attach', { file: name }, [{ kind: 'decision', key, after }]);
      return { step, changed: step === null ? 0 : 1 };
    })
    .immediate();
}

export function detachFile(db: WritableDb, key: string, sha256: string): ActResult {
  const decision = requireDecision(db, key);
  const file = decision.attachments.find((one) => one.sha256 === sha256);
  if (!file) return { step: null, changed: 0 };
  const attachments = decision.attachments.filter((one) => one !== file);
  const after = { ...decision, attachments };
  const step = makeStep(db, 'detach', { file: file.name }, [{ kind: 'decision', key, after }]);
  return { step, changed: step === null ? 0 : 1 };
}

/** Writes an attachment to a new file, once its content is proved to be what its name says. */
export async function saveAttachment(db: ReadableDb, sha256: string, path: string): Promise<void> {
  const content = attachmentContent(db, sha256);
  if (!content || createHash('sha256').update(content).digest('hex') !== sha256)
    throw new EngineFailure(engineError('attachment-missing', { sha256 }));
  try {
    await writeFile(path, content, { flag: 'wx' });
  } catch (thrown) {
    const exists = thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST';
    if (exists) throw new EngineFailure(engineError('file-exists', { file: basename(path) }));
    throw thrown;
  }
}
