import { open } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { EngineFailure } from '../../../../shared/contract/error';
import { invariant } from '../../../../shared/invariant';
import { OtherEncoding, readRows, type RowsToRead } from './read-rows';
import { RecordedRows } from './recorded-rows';
import type { FromWorker } from './rows-beside';

/**
 * Reads the rows of a file on a thread of its own and sends them in batches; see rows-beside.ts. Each message
 * from there says that one batch has been written.
 */
const BATCHES_AHEAD = 4;

invariant(parentPort, 'this runs as a worker only');
const port = parentPort;
const recorded = new RecordedRows();
let ahead = 0;
let room: (() => void) | null = null;
port.on('message', () => {
  ahead -= 1;
  room?.();
});

const post = (message: FromWorker, transfer: ArrayBuffer[] = []) =>
  port.postMessage(message, transfer);

function send(bytesDone: number): void {
  const batch = recorded.take();
  ahead += 1;
  post({ is: 'batch', batch, bytesDone }, [batch.usage.buffer]);
}

async function sendWithRoom(bytesDone: number): Promise<void> {
  send(bytesDone);
  while (ahead >= BATCHES_AHEAD) await new Promise<void>((resolve) => (room = resolve));
}

async function run(file: RowsToRead): Promise<void> {
  const handle = await open(file.path, 'r');
  try {
    const never = new AbortController().signal;
    let bytesDone = 0;
    const read = await readRows(handle, file, recorded.writer, never, (bytes) => {
      bytesDone = bytes;
      return sendWithRoom(bytes);
    });
    send(bytesDone);
    post({ is: 'end', read });
  } finally {
    await handle.close();
  }
}

run(workerData as RowsToRead)
  .catch((thrown: unknown) => {
    if (thrown instanceof OtherEncoding) post({ is: 'other-encoding' });
    else if (thrown instanceof EngineFailure) post({ is: 'failed', error: thrown.error });
    else {
      const known = thrown instanceof Error ? thrown : new Error(String(thrown));
      const code = 'code' in known && typeof known.code === 'string' ? known.code : null;
      post({ is: 'thrown', message: known.message, stack: known.stack ?? '', code });
    }
  })
  .finally(() => port.close());
