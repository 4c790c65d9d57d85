import { setImmediate as nextTurn } from 'node:timers/promises';
import { EngineFailure, engineError } from '../../../shared/contract/error';
import type { ReadableDb } from '../store/connection';
import { correctedCells } from '../store/corrected-rows';
import { chunksOfDays, rawSource } from '../store/raw-rows';
import { idRange, rowId } from '../store/row-id';
import { rowIdentity } from './row-identity';

/**
 * Id and identity of every row in the pieces of an import that touch these days; a corrected row is what it
 * was corrected to. Messages are let in between two pieces. Throws EngineFailure `cancelled` on a signal.
 */
export async function* rowIdentities(
  db: ReadableDb,
  importId: number,
  days: readonly [number, number],
  signal: AbortSignal,
): AsyncGenerator<readonly [id: number, identity: Uint8Array]> {
  const source = rawSource(db, importId);
  const identity = rowIdentity(source.columns);
  const corrected = correctedCells(db, idRange(importId));
  for (const chunk of chunksOfDays(db, source, idRange(importId), days)) {
    if (signal.aborted) throw new EngineFailure(engineError('cancelled', {}));
    for (const [index, cells] of chunk.records.cells.entries()) {
      const id = rowId(importId, chunk.firstRow + index);
      yield [id, identity(corrected.get(id) ?? cells)];
    }
    await nextTurn();
  }
}
