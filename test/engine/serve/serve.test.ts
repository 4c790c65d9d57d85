import { describe, expect, it } from 'vitest';
import type { Handlers } from '../../../src/shared/contract/contract';
import { EngineFailure, engineError } from '../../../src/shared/contract/error';
import { serve, type Fault } from '../../../src/main/engine/serve';
import { engineClient } from '../../support/engine-client';

/** Handlers of a whole engine with one of them exchanged. */
async function servedWith(changed: Partial<Handlers>, checkOutputs = true) {
  const { allHandlers } = await import('../../../src/main/engine/handlers/all-handlers');
  const { createJobs } = await import('../../../src/main/engine/jobs');
  const { createSession } = await import('../../../src/main/engine/workspace-session');
  const { createWriteQueue } = await import('../../../src/main/engine/write-queue');
  const faults: Fault[] = [];
  const reportFault = (fault: Fault) => void faults.push(fault);
  const handlers = allHandlers({
    session: createSession(() => Promise.resolve()),
    jobs: createJobs({ emit: () => undefined, reportFault }),
    writing: createWriteQueue(),
    emit: () => undefined,
    changed: () => undefined,
    resourcesPath: '',
    dailyBackups: false,
    electron: null,
  });
  return { faults, answer: serve({ ...handlers, ...changed }, { checkOutputs, reportFault }) };
}

describe('serve', () => {
  it('refuses a method that the contract does not have, names from the prototype too', async () => {
    const { answer } = await servedWith({});
    for (const method of ['audits.everything', 'toString', '__proto__', ''])
      expect(await answer(method, {})).toMatchObject({
        ok: false,
        error: { code: 'invalid-input', params: { method, field: 'method' } },
      });
  });

  it('refuses input of the wrong shape and says which field', async () => {
    const { answer } = await servedWith({});
    for (const input of [undefined, null, 'text', { path: 7 }, {}, { path: ['a'] }])
      expect(await answer('workspace.open', input)).toMatchObject({
        ok: false,
        error: { code: 'invalid-input' },
      });
    expect(await answer('workspace.open', { path: 7 })).toMatchObject({
      error: { params: { method: 'workspace.open', field: 'path' } },
    });
    expect(await answer('audits.charges', { runId: 1, offset: -1, limit: 10 })).toMatchObject({
      error: { params: { field: 'offset' } },
    });
    expect(
      await answer('audits.start', { period: { from: '2023-06-31', to: '2023-07-01' } }),
    ).toMatchObject({ error: { params: { field: 'period.from' } } });
  });

  it('answers a known failure as it is', async () => {
    const { answer, faults } = await servedWith({
      'jobs.list': () => {
        throw new EngineFailure(engineError('disk-full', { path: '/x' }));
      },
    });
    expect(await answer('jobs.list', {})).toEqual({
      ok: false,
      error: { code: 'disk-full', params: { path: '/x' } },
    });
    expect(faults).toEqual([]);
  });

  it('answers a bug with a reference and reports it whole', async () => {
    const bug = new TypeError('x is not a function');
    const { answer, faults } = await servedWith({
      'jobs.list': () => {
        throw bug;
      },
    });
    const reply = await answer('jobs.list', {});
    const [fault] = faults;
    expect(fault).toMatchObject({ during: 'jobs.list', thrown: bug });
    expect(reply).toEqual({
      ok: false,
      error: { code: 'internal', params: { reference: fault?.reference } },
    });
    expect(JSON.stringify(reply)).not.toContain('not a function');
  });

  it('knows a full disk when it sees one', async () => {
    const { answer, faults } = await servedWith({
      'jobs.list': () => {
        throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC', path: '/d' });
      },
    });
    expect(await answer('jobs.list', {})).toMatchObject({
      error: { code: 'disk-full', params: { path: '/d' } },
    });
    expect(faults).toEqual([]);
  });

  it('checks what handlers answer where it is told to', async () => {
    const wrong = { 'jobs.list': () => [{ jobId: 7 }] } as unknown as Partial<Handlers>;
    const checked = await servedWith(wrong);
    expect(await checked.answer('jobs.list', {})).toMatchObject({ error: { code: 'internal' } });
    const unchecked = await servedWith(wrong, false);
    expect(await unchecked.answer('jobs.list', {})).toMatchObject({ ok: true });
  });

  it('refuses everything that needs a workspace while none is open', async () => {
    const { engine, refusal } = engineClient();
    for (const refused of [
      refusal('account.get', {}),
      refusal('imports.list', { offset: 0, limit: 1 }),
      refusal('audits.months', {}),
      refusal('audits.start', { period: null }),
      refusal('workspace.saveCopy', { path: '/tmp/nowhere.recount' }),
    ])
      expect(await refused).toMatchObject({ code: 'no-workspace' });
    await engine.close();
  });
});
