import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { EngineFailure, engineError, type EngineError } from '../../../../shared/contract/error';
import type { ImportWriter } from '../../store/evidence/import-writer';
import { OtherEncoding, type RowsRead, type RowsToRead } from './read-rows';
import { replayed, type RowBatch } from './recorded-rows';

/** What the thread that reads says to the one that writes. */
export type FromWorker =
  | { readonly is: 'batch'; readonly batch: RowBatch; readonly bytesDone: number }
  | { readonly is: 'end'; readonly read: RowsRead }
  | { readonly is: 'other-encoding' }
  | { readonly is: 'failed'; readonly error: EngineError }
  | {
      readonly is: 'thrown';
      readonly message: string;
      readonly stack: string;
      readonly code: string | null;
    };

/** Below this a second thread would cost more than it saves. */
export const BESIDE_BYTES = 16 * 1024 * 1024;
/** How the build calls row-worker.ts. */
const SCRIPT = 'row-worker.js';

/** The built worker, beside this program's code or in the folder above; null where nothing was built. */
export function workerScript(): string | null {
  const here = import.meta.dirname;
  return [here, dirname(here)].map((folder) => join(folder, SCRIPT)).find(existsSync) ?? null;
}

/** The other thread never began: nothing was written, and the rows can be read on this one. */
export class NoWorker extends Error {
  override readonly name = 'NoWorker';
}

/**
 * Reads the rows of a file on another thread and writes them on this one, whose messages are let in between two
 * pieces. As `readRows`; a cancel ends the other thread at once. Throws {@link NoWorker} where it cannot begin.
 */
export async function readRowsBeside(
  script: string,
  file: RowsToRead,
  writer: ImportWriter,
  signal: AbortSignal,
  onPiece: (bytesDone: number) => void,
): Promise<RowsRead> {
  const worker = begin(script, file);
  const write = replayed(writer);
  let begun = false;
  let abort: () => void = () => undefined;
  try {
    return await new Promise<RowsRead>((resolve, reject) => {
      abort = () => reject(new EngineFailure(engineError('cancelled', {})));
      signal.addEventListener('abort', abort, { once: true });
      if (signal.aborted) abort();
      const fail = (thrown: unknown) =>
        reject(thrown instanceof Error ? thrown : new Error(String(thrown)));
      const hear = (message: FromWorker) => {
        begun = true;
        if (signal.aborted) return;
        switch (message.is) {
          case 'batch':
            write(message.batch);
            worker.postMessage(null);
            onPiece(message.bytesDone);
            return;
          case 'end':
            writer.flush();
            resolve(message.read);
            return;
          case 'other-encoding':
            reject(new OtherEncoding());
            return;
          case 'failed':
            reject(new EngineFailure(message.error));
            return;
          case 'thrown':
            reject(rebuilt(message));
        }
      };
      worker.on('message', (message: FromWorker) => {
        try {
          hear(message);
        } catch (thrown) {
          fail(thrown);
        }
      });
      worker.on('error', (thrown) => fail(begun ? thrown : new NoWorker()));
      worker.on('exit', () =>
        reject(begun ? new Error('the reading thread ended') : new NoWorker()),
      );
    });
  } finally {
    signal.removeEventListener('abort', abort);
    worker.removeAllListeners('message');
    await worker.terminate();
  }
}

function begin(script: string, file: RowsToRead): Worker {
  try {
    return new Worker(script, { workerData: file });
  } catch {
    throw new NoWorker();
  }
}

/** An error crosses without its class; what the operating system said is in its code. */
function rebuilt({ message, stack, code }: Extract<FromWorker, { is: 'thrown' }>): Error {
  return Object.assign(new Error(message), { stack }, code === null ? {} : { code });
}
