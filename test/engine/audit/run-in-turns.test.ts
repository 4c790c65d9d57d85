import { describe, expect, it } from 'vitest';
import { KeptAnswers } from '../../../src/main/engine/audit/kept-answers';
import { SharedCells } from '../../../src/main/engine/audit/shared-cells';
import type { StoredRun } from '../../../src/main/engine/store/runs/runs';
import type { CoverageCell } from '../../../src/shared/contract/coverage';
import { day } from '../../../src/shared/period/day';
import { engineClient } from '../../support/engine-client';
import { newWorkspace } from '../workspace';

async function auditedSample() {
  const client = engineClient();
  const { paths } = await client.ask('workspace.openSample', {});
  await client.importFiles(paths);
  return { ...client, run: await client.audit() };
}

describe('what is worked out of a whole run', () => {
  it('lets others be answered meanwhile, and is the same for all who ask', async () => {
    const { ask, run, engine } = await auditedSample();
    const order: string[] = [];
    const asked = [
      ask('audits.bridges', { runId: run.id, by: 'application' }).then((parts) => {
        order.push('bridge');
        return parts;
      }),
      ask('audits.findings', { runId: run.id }).then((found) => {
        order.push('findings');
        return found;
      }),
      ask('decisions.summary', { runId: run.id }).then(() => order.push('summary')),
      ask('account.get', {}).then(() => order.push('account')),
    ] as const;
    const [parts, found] = await Promise.all(asked);
    expect(order[0]).toBe('account');
    expect(await ask('audits.bridges', { runId: run.id, by: 'application' })).toEqual(parts);
    expect(await ask('audits.findings', { runId: run.id })).toEqual(found);
    await engine.close();
  });

  it('ends with the workspace that it is of', async () => {
    const { transport, run, engine } = await auditedSample();
    const asked = transport.invoke('decisions.summary', { runId: run.id });
    await engine.close();
    expect(await asked).toMatchObject({ ok: false, error: { code: 'no-workspace' } });
  });
});

describe('kept answers', () => {
  const run = { id: 1, createdAt: '2026-01-01T00:00:00.000Z' } as StoredRun;

  it('are worked out once for each run and question, and again where that failed', async () => {
    const kept = new KeptAnswers<number>();
    const [one, other] = [newWorkspace(), newWorkspace()];
    let worked = 0;
    const work = () => Promise.resolve(++worked);
    expect(await Promise.all([1, 2].map(() => kept.of(one, run, 'a', work)))).toEqual([1, 1]);
    expect(await kept.of(one, run, 'b', work)).toBe(2);
    expect(await kept.of(other, run, 'a', work)).toBe(3);
    expect(await kept.of(one, { ...run, createdAt: 'later' }, 'a', work)).toBe(4);
    await expect(kept.of(one, run, 'c', () => Promise.reject(new Error('no')))).rejects.toThrow();
    expect(await kept.of(one, run, 'c', work)).toBe(5);
  });

  it('are few: the oldest goes', async () => {
    const kept = new KeptAnswers<number>();
    const workspace = newWorkspace();
    let worked = 0;
    const ask = (question: string) =>
      kept.of(workspace, run, question, () => Promise.resolve(++worked));
    for (let question = 0; question < 9; question++) await ask(String(question));
    expect(await ask('8')).toBe(9);
    expect(await ask('0')).toBe(10);
  });
});

describe('the cells of a calendar', () => {
  const cell = (date: string, status: CoverageCell['status']): CoverageCell => ({
    day: day(date),
    status,
    atRisk: null,
    minutesAtRisk: null,
    sources: ['exported'] as never,
    files: ['use.csv'],
  });

  it('are one object where they are the same, and so are rows of them', () => {
    const shared = new SharedCells();
    const row = () => [cell('2023-06-01', 'present'), cell('2023-06-02', 'missing')];
    const [first, second] = [shared.row(row()), shared.row(row())];
    expect(first).toEqual(row());
    expect(second).toBe(first);
    const third = shared.row([cell('2023-06-01', 'present'), cell('2023-06-02', 'present')]);
    expect(third[0]).toBe(first[0]);
    expect(third[1]).not.toBe(first[1]);
    expect(third[1]).toEqual(cell('2023-06-02', 'present'));
  });
});
