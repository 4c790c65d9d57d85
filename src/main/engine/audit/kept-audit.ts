import type { BillLine } from '../../../shared/bill/bill-line';
import { AuditMemory } from '../../../shared/reconcile/audit-memory';
import type { UsageLedger } from '../../../shared/usage/usage-series';
import { billLines } from '../store/evidence/bill-lines';
import { evidenceMark } from '../store/evidence/evidence-mark';
import { timedUsageOf, usageSeries } from '../store/evidence/usage';
import type { OpenWorkspace } from '../store/workspace/workspace-file';

/** The usage and the bill of a workspace as they were read, with the memory of the audits of exactly these. */
export interface KeptAudit {
  /** From before they were read: while it is still the same they are too. */
  readonly mark: string;
  readonly usage: UsageLedger;
  readonly lines: readonly BillLine[];
  readonly memory: AuditMemory;
}

/** One for each open workspace: it goes when the workspace is closed. */
const KEPT = new WeakMap<OpenWorkspace, KeptAudit>();

/**
 * What an audit of a workspace starts from: the same objects as last time where usage and bill are still the same,
 * so that only what an edit of account or prices changed is computed again. `reading` is awaited before each read.
 */
export async function keptAudit(
  workspace: OpenWorkspace,
  reading: (phase: 'reading-usage' | 'reading-bill') => Promise<void>,
): Promise<KeptAudit> {
  const { readable } = workspace;
  await reading('reading-usage');
  const mark = evidenceMark(workspace);
  const kept = KEPT.get(workspace);
  if (kept?.mark === mark) return kept;
  // Gone before the new one is read: two of them need not fit into memory.
  KEPT.delete(workspace);
  // Usage before the period feeds the balances; usage after it cannot matter to it.
  const series = usageSeries(readable, null);
  await reading('reading-bill');
  const lines = billLines(readable);
  const usage = {
    series,
    timedUsageOf: (day) => timedUsageOf(readable, day),
  } satisfies UsageLedger;
  const fresh = { mark, usage, lines, memory: new AuditMemory() };
  KEPT.set(workspace, fresh);
  return fresh;
}

/** After an audit that threw: its memory may be half-way. */
export function forgetAudit(workspace: OpenWorkspace): void {
  KEPT.delete(workspace);
}
