import { EngineFailure, engineError } from '../../../../shared/contract/error';
import type { CorrectionOutcome } from '../../../../shared/contract/quarantine';
import { isOpenInQuarantine, saveCorrection, type RowPlace } from '../../store/imports/corrections';
import { atomically } from '../../store/workspace/atomically';
import type { WritableDb } from '../../store/workspace/connection';
import { importWriter } from '../../store/evidence/import-writer';
import { rawRows, rawSource } from '../../store/imports/raw-rows';
import { slotId } from '../../store/workspace/row-id';
import { pauseOn } from '../../store/workspace/pause';
import type { OpenWorkspace } from '../../store/workspace/workspace-file';
import { ownCells } from '../../reading/tables/json-origin';
import { layoutOfImport } from './layout-of-import';
import type { ReadRow } from '../../reading/rows/read-row';
import { rowReader, sourceOf } from '../../reading/rows/row-reader';
import { writeSegments } from './segment-usage';
import { settleImport } from '../settle/settle-import';

export interface Correction extends RowPlace {
  /** One for each column that the user's file has itself. */
  readonly cells: readonly string[];
}

/** Who corrects, and when (UTC, ISO 8601). */
export interface Act {
  readonly by: string;
  readonly at: string;
  readonly signal: AbortSignal;
}

/**
 * Reads rows of quarantine again with corrected cells, by the same reader as their file, in one transaction:
 * what can be read counts from then on and is compared with other files, the rest stays as it was. The
 * original text is not touched. Throws EngineFailure for a row that is not open in quarantine.
 */
export async function correctRows(
  open: OpenWorkspace,
  corrections: readonly Correction[],
  act: Act,
): Promise<CorrectionOutcome[]> {
  const db = open.writable;
  const outcomes = new Map<Correction, CorrectionOutcome>();
  await atomically(db, async () => {
    for (const [importId, ofImport] of byImport(corrections)) {
      const layout = layoutOfImport(db, importId);
      const reader = rowReader(layout);
      const writer = importWriter(db, importId, sourceOf(layout), layout.slots);
      let accepted = 0;
      for (const correction of ofImport) {
        const place = { importId, row: correction.row };
        if (!isOpenInQuarantine(db, place))
          throw new EngineFailure(
            engineError('invalid-input', { field: 'row', value: correction.row }),
          );
        const cells = wholeRow(db, place, correction.cells);
        const value = reader.read(cells);
        const readable = !('outcome' in value);
        outcomes.set(correction, {
          ...place,
          accepted: readable,
          problem: readable
            ? null
            : { code: value.code, params: { ...value.params, column: value.column ?? '' } },
        });
        if (!readable) continue;
        accepted += 1;
        write(writer, correction.row, value);
        writer.flush();
        saveCorrection(db, place, { cells, day: value.day, ...act });
      }
      const pause = pauseOn(act.signal);
      if (accepted > 0 && layout.profile.segments) await writeSegments(db, importId, pause);
      if (accepted > 0) await settleImport(db, importId, { replace: false, pause });
    }
  });
  return corrections.flatMap((correction) => outcomes.get(correction) ?? []);
}

function byImport(corrections: readonly Correction[]): ReadonlyMap<number, Correction[]> {
  const groups = new Map<number, Correction[]>();
  for (const correction of corrections) {
    const group = groups.get(correction.importId);
    if (group) group.push(correction);
    else groups.set(correction.importId, [correction]);
  }
  return groups;
}

function write(writer: ReturnType<typeof importWriter>, row: number, value: ReadRow): void {
  if ('granularity' in value) writer.usage(row, value);
  else if ('measured' in value)
    for (const { slot, usage } of value.measured) writer.usage(row, usage, slot);
  else if ('segment' in value) return;
  else if ('evidence' in value) writer.evidence(row, value);
  else writer.bill(row, value);
}

/** The cells of a row with those that the file has itself replaced by the corrected ones. */
function wholeRow(
  db: WritableDb,
  { importId, row }: RowPlace,
  cells: readonly string[],
): readonly string[] {
  const { columns, slots } = rawSource(db, importId);
  const own = ownCells(columns);
  if (own.length === columns.length) return cells;
  const whole = columns.map(() => '');
  const [text] = rawRows(db, [slotId(importId, row, slots)]);
  own.forEach((column, index) => (whole[column] = cells[index] ?? text?.cells[index] ?? ''));
  return whole;
}
