import type { HistoryEntry } from '../../../../shared/contract/history';
import type { TrailKind } from '../../../../shared/contract/trail';
import type { ReadableDb } from '../workspace/connection';
import { stepOf, type StepRow } from './history-steps';

/**
 * What stands in the history beside its steps: signatures and restored backups, which are never undone, and what
 * was done before there were steps for it.
 */
const MARKS: readonly TrailKind[] = [
  'signed',
  'restored',
  'imported',
  'import-undone',
  'import-redone',
  'application-said',
  'account-set',
  'price-book-set',
  'price-book-removed',
];

const ENTRIES = `
  SELECT id, NULL AS seq, title, params, made_at AS at, state FROM judgement_steps
  UNION ALL
  SELECT NULL, seq, kind, details, at, NULL FROM trail
  WHERE kind IN (SELECT value FROM json_each('${JSON.stringify(MARKS)}')) AND details ->> '$.step' IS NULL`;

type EntryRow = Omit<StepRow, 'id' | 'state' | 'made_at'> & {
  at: string;
  id: bigint | null;
  seq: bigint | null;
  state: StepRow['state'] | null;
};

function entryOf({ id, seq, title, params, at, state }: EntryRow): HistoryEntry {
  if (id !== null && state !== null) return stepOf({ id, title, params, made_at: at, state });
  return {
    kind: 'mark',
    seq: Number(seq ?? 0n),
    at,
    about: title as TrailKind,
    details: JSON.parse(params) as Record<string, unknown>,
  };
}

/** Everything that was done to the workspace, the newest first. */
export function historyPage(
  db: ReadableDb,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { total: number; rows: HistoryEntry[] } {
  const size = db.prepare<{ n: bigint }>(`SELECT count(*) AS n FROM (${ENTRIES})`).get();
  const rows = db
    .prepare<EntryRow>(`${ENTRIES} ORDER BY at DESC, id DESC, seq DESC LIMIT ? OFFSET ?`)
    .all(limit, offset)
    .map(entryOf);
  return { total: Number(size?.n ?? 0), rows };
}
