import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Input, MethodName, Output } from '../../src/shared/contract/contract';
import type { Day } from '../../src/shared/period/day';
import { laterBill } from '../support/later-bill';

type Ask = <M extends MethodName>(method: M, input: Input<M>) => Promise<Output<M>>;

/** The line of the sample month that was billed twice: two lines for one charge. */
const TWICE = '2023-06-24/1400123456/av.audio';
const page = { offset: 0, limit: 100 };
const day = (text: string) => text as Day;

/**
 * Everything that can be decided, signed and looked up about it, asked of the audited sample month. What
 * changes a number is undone, so that the run stands as it did.
 */
export async function askDecisions(
  ask: Ask,
  importFiles: (paths: string[]) => Promise<unknown>,
  at: {
    readonly runId: number;
    readonly period: Input<'signOff.state'>['period'];
    readonly folder: string;
  },
): Promise<void> {
  const { runId, period, folder } = at;
  const rows = { ids: [TWICE] };
  await ask('decisions.set', { runId, rows, verdict: 'dispute' });
  await ask('decisions.confirm', { runId, rows });
  expect(await ask('decisions.list', { period, ...page })).toMatchObject({ total: 1 });
  await ask('decisions.summary', { runId });
  const letter = join(folder, 'letter.txt');
  writeFileSync(letter, 'letter');
  await ask('decisions.attach', { runId, comparisonId: TWICE, path: letter });
  const [decided] = (await ask('decisions.list', { period, ...page })).rows;
  const sha256 = decided?.attachments[0]?.sha256 ?? '';
  await ask('decisions.saveAttachment', { sha256, path: join(folder, 'copy.txt') });
  await ask('decisions.detach', { key: TWICE, sha256 });

  const promise = { key: TWICE, amount: '31.367', reference: 'T-77' };
  await ask('credits.promise', { ...promise, promisedOn: day('2023-07-01'), expectedBy: null });
  await importFiles([laterBill(folder, '-31.36700000', 'ADJ-T-77')]);
  const lineKey =
    (await ask('credits.list', { offset: 0, limit: 1 })).rows[0]?.suggestion?.lineKey ?? '';
  await ask('credits.settle', { key: TWICE, lineKey });
  await ask('credits.unsettle', { key: TWICE, lineKey });
  await ask('credits.withdraw', { key: TWICE });
  const later = (await ask('imports.list', { offset: 0, limit: 1000 })).rows.at(-1);
  await ask('imports.undo', { importId: later?.id ?? 0 });

  const rule = { cause: 'old-price', item: null, sdkAppId: null, verdict: 'accept' } as const;
  const end = { cap: '100', until: day('2024-01-01'), note: '', automatic: false };
  await ask('rules.add', { ...rule, ...end });
  expect((await ask('decisions.proposals', { runId, ...page })).total).toBe(1);
  await ask('decisions.takeProposals', { runId, rows: { filter: { onlyDiscrepancies: true } } });
  const [made] = (await ask('rules.list', page)).rows;
  await ask('rules.end', { id: made?.id ?? 0 });

  const row = { runId, comparisonId: TWICE };
  const [line] = (await ask('audits.explain', row)).billLines;
  expect(await ask('matches.line', { runId, lineId: line?.id ?? 0 })).toMatchObject({
    comparison: { id: TWICE },
  });
  await ask('matches.confirm', row);
  const [pin] = (await ask('matches.pins', page)).rows;
  await ask('matches.forget', { key: pin?.key ?? '' });
  await ask('matches.split', row);
  await ask('history.undo', {});
  if (!period) throw new Error('the sample has a month');
  await ask('matches.place', { ...row, sdkAppId: '1400123456', item: 'av.sd', period });
  await ask('history.undo', {});
  await ask('history.redo', {});
  await ask('history.undo', {});
  expect((await ask('history.list', page)).rows[0]).toMatchObject({ state: 'undone' });
  const last = (await ask('history.list', page)).undo?.id ?? 0;
  expect(await ask('history.goTo', { step: last })).toEqual({ undone: 0, redone: 0 });

  await ask('months.compare', { before: period, after: period, side: 'expected' });
  expect(await ask('signOff.prepare', { period, name: 'Ann', note: '' })).toMatchObject({
    sealed: true,
  });
  await ask('signOff.review', { period, name: 'Bo', note: '' });
  await ask('signOff.reopen', { period, name: 'Bo', note: 'late file' });
  expect(await ask('signOff.state', { period })).toMatchObject({ state: 'open' });
  await ask('decisions.clear', { runId, rows });
  expect((await ask('trail.list', page)).total).toBeGreaterThan(10);
  expect(await ask('trail.verify', {})).toMatchObject({ ok: true });
}
