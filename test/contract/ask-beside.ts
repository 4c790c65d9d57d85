import { join } from 'node:path';
import { expect } from 'vitest';
import type { Input, MethodName, Output } from '../../src/shared/contract/contract';
import { priceComparisonSchema } from '../../src/shared/contract/price-books';
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
  const key = await ask('reports.writeMaskKey', {
    runId,
    path: join(folder, 'ids.csv'),
    replace: false,
  });
  expect(key.ids).toBeGreaterThan(0);
  const { rows: made } = await ask('reports.list', { offset: 0, limit: 100 });
  const json = made.find(({ format, kind }) => format === 'json' && kind === 'report');
  const paths = [json?.path ?? ''];
  expect(await ask('reports.recognise', { paths })).toEqual({ reports: paths });
  const verdict = await resultOf(ask('reports.verify', { path: json?.path ?? '' }));
  expect(verdictSchema.parse(verdict)).toMatchObject({ verified: true, known: true });
}

/** The account form's questions, and a price book of one's own: taken, compared and given back. */
export async function askPriceBooks(
  ask: Ask,
  { folder, resultOf }: Omit<Session, 'runId'>,
): Promise<void> {
  const { json } = await ask('account.get', {});
  expect(await ask('account.check', { json: json ?? '' })).toEqual({ problems: [], warnings: [] });
  expect((await ask('account.policies', {})).length).toBeGreaterThan(10);
  await ask('prices.books', {});
  expect((await ask('prices.lint', { site: 'cn', kind: 'built-in' })).faults).toEqual([]);
  const path = join(folder, 'book.json');
  await ask('prices.saveBook', { site: 'cn', kind: 'built-in', path });
  await ask('prices.setBook', { path });
  const a = { book: 'own', on: null, contract: true } as const;
  const b = { ...a, book: { path }, contract: false };
  const compared = await resultOf(ask('prices.compare', { a, b, period: null }));
  expect(Number(priceComparisonSchema.parse(compared).change)).toBeGreaterThan(0);
  await ask('prices.removeBook', { site: 'cn' });
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
