import { join } from 'node:path';
import { expect } from 'vitest';
import type { Input, MethodName, Output } from '../../src/shared/contract/contract';
import { verdictSchema } from '../../src/shared/contract/reports';

type Ask = <M extends MethodName>(method: M, input: Input<M>) => Promise<Output<M>>;

interface Session {
  readonly runId: number;
  readonly folder: string;
  readonly resultOf: (start: Promise<{ jobId: string }>) => Promise<unknown>;
}

/** Everything about reports: written, disputed, listed, verified. */
export async function askReports(ask: Ask, { runId, folder, resultOf }: Session): Promise<void> {
  const writing = { runId, folder, language: 'ko' } as const;
  await resultOf(ask('reports.write', { ...writing, formats: ['xlsx', 'csv', 'json'] }));
  const choice = { rows: 'over-billed' } as const;
  await resultOf(ask('reports.dispute', { ...writing, choice, packed: true }));
  const key = await ask('reports.writeMaskKey', { runId, path: join(folder, 'ids.csv') });
  expect(key.ids).toBeGreaterThan(0);
  const made = await ask('reports.list', {});
  const json = made.find(({ format, kind }) => format === 'json' && kind === 'report');
  const verdict = await resultOf(ask('reports.verify', { path: json?.path ?? '' }));
  expect(verdictSchema.parse(verdict)).toMatchObject({ verified: true, known: true });
}

/** Backups of the workspace that is open at `path`, the way back to one, and what can be read of a damaged one. */
export async function askBackups(
  ask: Ask,
  { folder, resultOf }: Session,
  path: string,
): Promise<void> {
  await resultOf(ask('backups.make', {}));
  const { backups } = await ask('backups.list', { path: null });
  const restored = await ask('backups.restore', { backup: backups[0]?.path ?? '', path });
  expect(restored.workspace.path).toBe(path);
  const target = join(folder, 'salvaged.recount');
  const found = await ask('backups.salvage', { path, target });
  expect(found).toMatchObject({ lost: [], accountKept: true, tablesDamaged: [] });
}
