import { setImmediate as nextTurn } from 'node:timers/promises';
import { EngineFailure, engineError } from '../../../../shared/contract/error';
import type { ReadableDb } from '../../store/workspace/connection';
import { correctedCells } from '../../store/imports/corrected-rows';
import { chunksOfDays, rawSource } from '../../store/imports/raw-rows';
import { idRange, slotId } from '../../store/workspace/row-id';
import { identitiesOf } from './row-identity';

/**
 * Id and identity of every row, and of every measurement of a row that has several, in the pieces of an import
 * that touch these days; a corrected row is what it was corrected to. Messages are let in between two pieces. Throws EngineFailure `cancelled` on a signal.
 */
export async function* rowIdentities(
  db: ReadableDb,
  importId: number,
  days: readonly [number, number],
  signal: AbortSignal,
): AsyncGenerator<readonly [id: number, identity: Uint8Array]> {
  const source = rawSource(db, importId);
  const identities = identitiesOf(source);
  const corrected = correctedCells(db, idRange(importId));
  for (const chunk of chunksOfDays(db, source, idRange(importId), days)) {
    if (signal.aborted) throw new EngineFailure(engineError('cancelled', {}));
    for (const [index, cells] of chunk.records.cells.entries()) {
      const row = slotId(importId, chunk.firstRow + index, source.slots);
      const said = corrected.get(row) ?? cells;
      for (const { slot, identity } of identities) yield [row + slot, identity(said)];
    }
    await nextTurn();
  }
}
