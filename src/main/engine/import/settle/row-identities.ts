import type { ReadableDb } from '../../store/workspace/connection';
import { correctedCells } from '../../store/imports/corrected-rows';
import { chunksOfDays, rawSource } from '../../store/imports/raw-rows';
import type { Pause } from '../../store/workspace/pause';
import { idRange, slotId } from '../../store/workspace/row-id';
import { identitiesOf } from './row-identity';

export interface IdentifiedRow {
  readonly id: number;
  readonly identity: Uint8Array;
}

/**
 * Id and identity of every row, and of every measurement of a row that has several, in the pieces of an import
 * that touch these days, piece by piece; a corrected row is what it was corrected to. Pauses between two pieces.
 */
export async function* rowIdentities(
  db: ReadableDb,
  importId: number,
  days: readonly [number, number],
  pause: Pause,
): AsyncGenerator<readonly IdentifiedRow[]> {
  const source = rawSource(db, importId);
  const identities = identitiesOf(source);
  const corrected = correctedCells(db, idRange(importId));
  for (const chunk of chunksOfDays(db, source, idRange(importId), days)) {
    const found: IdentifiedRow[] = [];
    for (const [index, cells] of chunk.records.cells.entries()) {
      const row = slotId(importId, chunk.firstRow + index, source.slots);
      const said = corrected.get(row) ?? cells;
      for (const { slot, identity } of identities)
        found.push({ id: row + slot, identity: identity(said) });
    }
    yield found;
    await pause(chunk.records.cells.length);
  }
}
