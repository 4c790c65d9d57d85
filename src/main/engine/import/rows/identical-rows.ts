import type { Issue } from '../../../../shared/issue';
import type { WritableDb } from '../../store/workspace/connection';
import { rawRows, rawSource } from '../../store/imports/raw-rows';
import { idRange, rowOfIdSql } from '../../store/workspace/row-id';
import type { UsageRow } from '../../reading/rows/usage-reader';

/** Slots at the start and, at most, later (32 MB): enough for some 2.8 million rows. */
const FIRST_SLOTS = 1 << 12;
const MOST_SLOTS = 1 << 22;

/**
 * Notices that a file may hold the same usage row twice, without keeping the rows: a set of 53-bit
 * fingerprints. `suspected` may be wrong in one direction only, and the question is then settled by SQL.
 */
export class RepeatWatch {
  /** 0 is an empty slot. */
  private slots = new Float64Array(FIRST_SLOTS);
  private used = 0;
  suspected = false;
  /** Rows that were compared with each other, where the file has more than could be; else null. */
  stretch: number | null = null;

  see(meterId: number, { day, startSecond, minutesE4, seconds, deductedE4 }: UsageRow): void {
    this.seeNumbers(meterId, day, startSecond ?? -1, minutesE4 ?? seconds, deductedE4 ?? -1);
  }

  /** As {@link see}, with -1 for what is not there. */
  seeNumbers(
    meterId: number,
    day: number,
    startSecond: number,
    quantity: number,
    deducted: number,
  ): void {
    if (this.suspected) return;
    if (this.used * 3 > this.slots.length * 2) this.grow();
    if (insert(this.slots, fingerprint(meterId, day, startSecond, quantity, deducted))) {
      this.used += 1;
      return;
    }
    // From here on SQL will answer, and nothing needs to be remembered.
    this.suspected = true;
    this.slots = new Float64Array(0);
  }

  /** At its largest the set begins anew: rows that are further apart are then not compared, and it says so. */
  private grow(): void {
    if (this.slots.length >= MOST_SLOTS) {
      this.stretch = this.used;
      this.used = 0;
      // The same memory again: a second set of this size would stand beside the first until it is collected.
      this.slots.fill(0);
      return;
    }
    const next = new Float64Array(this.slots.length * 2);
    for (const key of this.slots) if (key !== 0) insert(next, key);
    this.slots = next;
  }
}

/** False where the key is there already. */
function insert(slots: Float64Array, key: number): boolean {
  const mask = slots.length - 1;
  let at = key & mask;
  for (;;) {
    const there = slots[at];
    if (there === key) return false;
    if (there === 0) {
      slots[at] = key;
      return true;
    }
    at = (at + 1) & mask;
  }
}

function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

function fingerprint(
  meterId: number,
  day: number,
  startSecond: number,
  quantity: number,
  deducted: number,
): number {
  let low = mix(0x2545f491, meterId);
  let high = mix(0x6c8e9cf5, quantity);
  low = mix(mix(low, day), startSecond);
  high = mix(mix(high, startSecond), meterId);
  low = mix(mix(low, quantity), deducted);
  high = mix(mix(high, deducted), day);
  return (high >>> 11) * 2 ** 32 + (low >>> 0) || 1;
}

/** Rows of this import that say the same as an earlier row of it. They count; a person should look. */
export function identicalRows(db: WritableDb, importId: number, file: string): Issue | null {
  const [first, last] = idRange(importId);
  const { slots } = rawSource(db, importId);
  const found = db
    .prepare<{ count: bigint; first: bigint | null }>(
      `SELECT count(DISTINCT ${rowOfIdSql('id', slots)}) AS count, min(id) AS first FROM (
         SELECT id, row_number() OVER (
           PARTITION BY meter_id, day, start_second, seconds, minutes_e4, deducted_e4 ORDER BY id
         ) AS occurrence
         FROM usage_rows WHERE id BETWEEN ? AND ?
       ) WHERE occurrence > 1`,
    )
    .get(first, last);
  if (!found || found.first === null) return null;
  const [row] = rawRows(db, [Number(found.first)]);
  return {
    severity: 'warning',
    code: 'rows-identical',
    params: { count: Number(found.count) },
    origin: { file, line: row?.origin.line },
  };
}
