import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { engineError, type EngineError } from '../../../../shared/contract/error';
import { err, ok, type Result } from '../../../../shared/result';
import { containerOf } from '../text/container';
import { decoderOf, detectEncoding, type DetectedEncoding, type Encoding } from '../text/encoding';
import { findLayout, wrongKind, type Layout } from './layout';
import type { Override } from './stated-facts';

/** As much of a file as tells how it is laid out, and as much as one line may take. */
const HEAD_BYTES = 1024 * 1024;

/** A file, opened, and how it will be read. The caller closes `handle`. */
export interface ReadableFile {
  readonly handle: FileHandle;
  readonly fileName: string;
  readonly size: number;
  readonly head: Buffer;
  readonly layout: Layout;
  /** False while the head is plain ASCII: GB18030 may still show further down. */
  readonly encodingCertain: boolean;
}

/** Why the operating system does not give a file; null: not a known reason. */
function fileFailure(thrown: unknown, file: string): EngineError | null {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return engineError('file-missing', { file });
  if (
    code === 'EACCES' ||
    code === 'EPERM' ||
    code === 'EISDIR' ||
    code === 'EIO' ||
    code === 'EBUSY'
  )
    return engineError('file-unreadable', { file }, code);
  return null;
}

/** The layout of a file's head in a given encoding. */
export function layoutOf(
  head: Buffer,
  whole: boolean,
  encoding: Encoding,
  fileName: string,
  override: Override,
): Result<Layout, EngineError> {
  const decoder = decoderOf(encoding);
  const text = decoder.write(head) + (whole ? decoder.end() : '');
  if (text.trim() === '' && whole) return err(engineError('file-empty', { file: fileName }));
  if (!whole && !/[\r\n]/.test(text)) return err(engineError('file-too-wide', { file: fileName }));
  return findLayout(text, whole, encoding, fileName, override);
}

/**
 * One broken row makes strict UTF-8 fail for a file that is UTF-8 otherwise. Its header tells: as GB18030 it
 * would be no header. The broken rows are then met one by one.
 */
export function bestLayout(
  head: Buffer,
  whole: boolean,
  encoding: Encoding,
  fileName: string,
  override: Override,
): Result<Layout, EngineError> {
  const layout = layoutOf(head, whole, encoding, fileName, override);
  if (layout.ok || encoding !== 'gb18030' || override.said?.encoding) return layout;
  const lenient = layoutOf(head, whole, 'utf-8', fileName, override);
  return lenient.ok ? lenient : layout;
}

/** The encoding that was said, else the one that the first bytes show. */
export function encodingOf(head: Buffer, { said }: Override): DetectedEncoding {
  return said?.encoding === undefined
    ? detectEncoding(head)
    : { encoding: said.encoding, certain: true };
}

/** A text file, opened, and its first bytes. The caller closes `handle`. */
export interface OpenedHead {
  readonly handle: FileHandle;
  readonly size: number;
  readonly head: Buffer;
}

/** Opens a file and reads its first bytes; fails where it is no text or cannot be read. */
export async function openHead(
  path: string,
  fileName: string,
): Promise<Result<OpenedHead, EngineError>> {
  let handle: FileHandle;
  try {
    handle = await open(path, 'r');
  } catch (thrown) {
    const failure = fileFailure(thrown, fileName);
    if (failure) return err(failure);
    throw thrown;
  }
  try {
    const stat = await handle.stat();
    const refuse = async (error: EngineError) => {
      await handle.close();
      return err(error);
    };
    if (!stat.isFile()) return await refuse(engineError('file-unreadable', { file: fileName }));
    if (stat.size === 0) return await refuse(engineError('file-empty', { file: fileName }));
    const buffer = Buffer.alloc(Math.min(HEAD_BYTES, stat.size));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    const head = buffer.subarray(0, bytesRead);
    const container = containerOf(head);
    if (container !== 'csv') return await refuse(wrongKind(fileName, container));
    return ok({ handle, size: stat.size, head });
  } catch (thrown) {
    await handle.close();
    const failure = fileFailure(thrown, fileName);
    if (failure) return err(failure);
    throw thrown;
  }
}

/** Opens a file and finds out from its first bytes what it is. Reads no more than the head; `fileName` is what it is called. */
export async function readHead(
  path: string,
  fileName = basename(path),
  override: Override = {},
): Promise<Result<ReadableFile, EngineError>> {
  const opened = await openHead(path, fileName);
  if (!opened.ok) return opened;
  const { handle, size, head } = opened.value;
  const { encoding, certain } = encodingOf(head, override);
  const layout = bestLayout(head, head.length === size, encoding, fileName, override);
  if (!layout.ok) {
    await handle.close();
    return layout;
  }
  return ok({ ...opened.value, fileName, layout: layout.value, encodingCertain: certain });
}
