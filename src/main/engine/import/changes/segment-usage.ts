import { AV_ITEMS } from '../../../../shared/catalog/item';
import { deriveFacts } from '../../../../shared/account/derive';
import type { Issue } from '../../../../shared/issue';
import { toSerial } from '../../../../shared/period/day';
import { dayOfTime } from '../../../../shared/period/local-time';
import {
  receiverOf,
  segmentSeconds,
  streamRuleOf,
  type StreamSegment,
} from '../../../../shared/usage/stream-seconds';
import { accountOfRun } from '../../account/account-of-run';
import type { WritableDb } from '../../store/workspace/connection';
import type { Pause } from '../../store/workspace/pause';
import { correctedCells } from '../../store/imports/corrected-rows';
import { dayNumber } from '../../../../shared/period/day-number';
import { importWriter } from '../../store/evidence/import-writer';
import { chunksOfDays, rawSource } from '../../store/imports/raw-rows';
import {
  dropMeasurements,
  measurementsOf,
  segmentImports,
} from '../../store/imports/segment-imports';
import { idRange, slotId } from '../../store/workspace/row-id';
import { layoutOfImport } from './layout-of-import';
import { rowReader } from '../../reading/rows/row-reader';
import { SEGMENT_SLOTS, SLOTS_PER_DAY } from '../../reading/layout/segment-slots';
import { settleImport } from '../settle/settle-import';

/** Segments whose seconds are computed and written before others have their turn. */
const SEGMENTS_PER_TURN = 2000;

/**
 * What the segments of an import make count, computed from all of its rows together and written with the
 * segment that each second comes from. What was written before is replaced: the rule goes by the account,
 * and a corrected row changes what its neighbours count. Runs inside the caller's transaction.
 */
export async function writeSegments(db: WritableDb, importId: number, pause: Pause): Promise<void> {
  const receivers = await segmentsOf(db, importId, pause);
  const facts = deriveFacts(accountOfRun(db).account);
  const { file } = rawSource(db, importId);
  const writer = importWriter(db, importId, 'streams', SEGMENT_SLOTS);
  await dropMeasurements(db, importId, pause);
  let above = 0;
  let since = 0;
  for (const rows of receivers.values()) {
    for (const { segment, day, item, seconds } of segmentSeconds(facts, [...rows.keys()])) {
      const row = rows.get(segment) ?? 0;
      if (item === null) {
        above += seconds;
        continue;
      }
      const dayOffset = toSerial(day) - toSerial(dayOfTime(segment.from));
      writer.usage(
        row,
        {
          sdkAppId: segment.sdkAppId,
          item,
          granularity: 'day',
          unit: 'seconds',
          day: dayNumber(day),
          startSecond: null,
          seconds,
          minutesE4: null,
          deductedE4: null,
        },
        dayOffset * SLOTS_PER_DAY + AV_ITEMS.indexOf(item),
      );
    }
    since += rows.size;
    if (since < SEGMENTS_PER_TURN) continue;
    await pause(since);
    since = 0;
  }
  writer.flush();
  const said: Issue[] = [
    {
      severity: 'note',
      code: streamRuleOf(facts) === 'sum-of-areas' ? 'streams-by-areas' : 'streams-by-stream',
      params: {},
      origin: { file },
    },
  ];
  if (above > 0)
    said.push({
      severity: 'warning',
      code: 'streams-without-tier',
      params: { seconds: above },
      origin: { file },
    });
  for (const issue of said) writer.issue(issue);
}

/**
 * Computes anew what all imported segments make count: after the account was stated otherwise. Where they make the
 * same count nothing is written, so that an edited price alone leaves the usage as it was, for the next audit too.
 */
export async function rewriteAllSegments(db: WritableDb, pause: Pause): Promise<void> {
  for (const { id: importId } of segmentImports(db)) {
    const before = await measurementsOf(db, importId, pause);
    db.exec('SAVEPOINT measured');
    await writeSegments(db, importId, pause);
    const isSame = (await measurementsOf(db, importId, pause)) === before;
    if (isSame) db.exec('ROLLBACK TO measured');
    db.exec('RELEASE measured');
    if (!isSame) await settleImport(db, importId, { replace: false, pause });
  }
}

/** Every readable segment with the number of its row, by its receiver. */
async function segmentsOf(
  db: WritableDb,
  importId: number,
  pause: Pause,
): Promise<ReadonlyMap<string, ReadonlyMap<StreamSegment, number>>> {
  const source = rawSource(db, importId);
  const reader = rowReader(layoutOfImport(db, importId));
  const corrected = correctedCells(db, idRange(importId));
  const receivers = new Map<string, Map<StreamSegment, number>>();
  for (const chunk of chunksOfDays(db, source, idRange(importId), [0, 99_999_999])) {
    for (const [index, cells] of chunk.records.cells.entries()) {
      const row = chunk.firstRow + index;
      const value = reader.read(corrected.get(slotId(importId, row, source.slots)) ?? cells);
      if (!('segment' in value)) continue;
      const receiver = receiverOf(value.segment);
      const rows = receivers.get(receiver) ?? new Map<StreamSegment, number>();
      receivers.set(receiver, rows.set(value.segment, row));
    }
    await pause(0);
  }
  return receivers;
}
