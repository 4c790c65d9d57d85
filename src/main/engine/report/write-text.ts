import { once } from 'node:events';
import type { WriteStream } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { throwIfCancelled } from '../jobs';

const PIECES_PER_TURN = 500;

/** Writes text piece by piece and ends the stream; other work has its turn in between. */
export async function writeText(
  stream: WriteStream,
  pieces: Iterable<string>,
  signal: AbortSignal,
  onRows: (rows: number) => void,
): Promise<void> {
  let waiting: string[] = [];
  const flush = async () => {
    throwIfCancelled(signal);
    if (stream.errored) throw stream.errored;
    if (!stream.write(waiting.join(''))) await once(stream, 'drain');
    else await nextTurn();
    onRows(waiting.length);
    waiting = [];
  };
  for (const piece of pieces) {
    waiting.push(piece);
    if (waiting.length === PIECES_PER_TURN) await flush();
  }
  await flush();
  stream.end();
}
