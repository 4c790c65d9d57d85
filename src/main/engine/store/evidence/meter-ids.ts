import { invariant } from '../../../../shared/invariant';
import type { UsageSource } from '../../../../shared/usage/usage-series';
import type { UsageRow } from '../../reading/rows/usage-reader';
import type { WritableDb } from '../workspace/connection';

/** What usage rows count, beside the source that all rows of a file have in common. */
export type Meter = Pick<UsageRow, 'sdkAppId' | 'item' | 'granularity' | 'unit'>;

/** Ids of meters, made as they are met. */
export function meterIds(db: WritableDb, source: UsageSource): (row: Meter) => number {
  const known = new Map<string, Map<string, number>>();
  const insert = db.prepare(
    'INSERT OR IGNORE INTO meters (sdk_app_id, item, source, granularity, unit) VALUES (?, ?, ?, ?, ?)',
  );
  const find = db.prepare<{ id: bigint }>(
    'SELECT id FROM meters WHERE sdk_app_id = ? AND item = ? AND source = ? AND granularity = ? AND unit = ?',
  );
  return ({ sdkAppId, item, granularity, unit }) => {
    let ofApp = known.get(sdkAppId);
    if (!ofApp) known.set(sdkAppId, (ofApp = new Map<string, number>()));
    const rest = `${item} ${granularity} ${unit}`;
    const id = ofApp.get(rest);
    if (id !== undefined) return id;
    const params = [sdkAppId, item, source, granularity, unit] as const;
    insert.run(...params);
    const found = find.get(...params);
    invariant(found, 'a meter that was just written is not there');
    ofApp.set(rest, Number(found.id));
    return Number(found.id);
  };
}
