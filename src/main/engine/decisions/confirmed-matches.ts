import type { MetSidesOfRow } from '../store/runs/comparison-sides';
import type { ReadableDb } from '../store/workspace/connection';
import { judgementTextsOf } from '../store/history/judgements';
import { lineKeysAmong } from '../store/evidence/line-identities';
import type { StoredPin } from '../../../shared/contract/decision-records';

/** Under which key a confirmation is stored. */
export function confirmationKey(comparisonId: string): string {
  return `confirmed ${comparisonId}`;
}

/** The comparisons whose match a person confirmed with exactly the lines that they have now. */
export function confirmedMatches(
  db: ReadableDb,
  sides: ReadonlyMap<string, MetSidesOfRow>,
): ReadonlySet<string> {
  const rows = judgementTextsOf(db, 'pin', [...sides.keys()].map(confirmationKey));
  const confirmed = new Set<string>();
  for (const { body } of rows) {
    const pin = JSON.parse(body) as StoredPin;
    if (pin.kind !== 'confirmed') continue;
    const ids = sides.get(pin.comparisonId)?.billLineIds ?? [];
    const keys = [...lineKeysAmong(db, ids).values()].sort();
    if (JSON.stringify(keys) === JSON.stringify(pin.lineKeys)) confirmed.add(pin.comparisonId);
  }
  return confirmed;
}
