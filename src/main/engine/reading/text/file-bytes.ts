import type { Hash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { EngineFailure, engineError } from '../../../../shared/contract/error';

/** Bytes read at a time: small enough to hear a cancel soon, large enough to compress well. */
export const READ_BYTES = 256 * 1024;

/** A stretch of a file. `bytes` are only valid until the next one is asked for. */
export interface Stretch {
  readonly bytes: Buffer;
  /** Bytes of the file up to the end of this stretch. */
  readonly bytesDone: number;
}

/** Reads a file once, in order; `hash` takes every byte on its way. Throws EngineFailure `cancelled` on a signal. */
export async function* fileBytes(
  file: FileHandle,
  hash: Hash,
  signal: AbortSignal,
): AsyncGenerator<Stretch, undefined> {
  let buffers = [Buffer.allocUnsafe(READ_BYTES), Buffer.allocUnsafe(READ_BYTES)] as const;
  let bytesDone = 0;
  // By its place and not from where the file was left: it may be read a second time.
  const readNext = () => file.read(buffers[0], 0, READ_BYTES, bytesDone);
  // The next read is under way while a stretch is being worked on.
  let reading = readNext();
  for (;;) {
    if (signal.aborted) throw new EngineFailure(engineError('cancelled', {}));
    const { bytesRead } = await reading;
    if (bytesRead === 0) return;
    const bytes = buffers[0].subarray(0, bytesRead);
    buffers = [buffers[1], buffers[0]];
    bytesDone += bytesRead;
    reading = readNext();
    // Whoever stops early never asks for it; a failed read is met when it is awaited.
    reading.catch(() => undefined);
    hash.update(bytes);
    yield { bytes, bytesDone };
  }
}
