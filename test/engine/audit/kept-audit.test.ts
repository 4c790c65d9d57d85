import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { engineClient, type EngineClient } from '../../support/engine-client';
import { runAudit } from '../../../src/main/engine/audit/run-audit';
import { isCurrent } from '../../../src/main/engine/audit/fingerprint';
import { chargePage } from '../../../src/main/engine/store/runs/run-charges';
import { requireRun } from '../../../src/main/engine/store/runs/runs';
import { usageSeries } from '../../../src/main/engine/store/evidence/usage';
import { FIXTURES, imported, newWorkspace, opened, temporaryFolder } from '../workspace';
import { saidOfRun } from './said-of-run';

const clients: EngineClient[] = [];
function newClient(): EngineClient {
  const client = engineClient();
  clients.push(client);
  return client;
}
afterAll(() => Promise.all(clients.map((client) => client.engine.close())));

interface Edit {
  readonly name: string;
  readonly make: (client: EngineClient) => Promise<unknown>;
}

const account = (change: object): Edit['make'] => {
  return async (client) => {
    const { json } = await client.ask('account.get', {});
    const stated = JSON.parse(json ?? '{}') as object;
    return client.ask('account.set', { json: JSON.stringify({ ...stated, ...change }) });
  };
};
const usageImport = async (client: EngineClient) => {
  const imports = await client.imports();
  return { importId: imports.find(({ kind }) => kind === 'usage')?.id ?? 0 };
};

const EDITS: readonly Edit[] = [
  { name: 'nothing', make: () => Promise.resolve() },
  {
    name: 'a contract term',
    make: account({
      contract: [{ item: 'av.sd', discount: '0.8', from: '2023-06-10', reference: 'new' }],
    }),
  },
  { name: 'no package', make: account({ packages: [] }) },
  { name: 'a policy', make: account({ policy: { meteringScope: 'account' } }) },
  {
    name: 'usage taken back',
    make: async (client) => client.ask('imports.undo', await usageImport(client)),
  },
  {
    name: 'usage put back',
    make: async (client) => client.ask('imports.redo', await usageImport(client)),
  },
  {
    name: 'what a component of the bill is',
    make: (client) =>
      client.ask('imports.setItemRules', { rules: [{ contains: '高清', item: 'av.fhd' }] }),
  },
  {
    name: 'no such rule',
    make: (client) => client.ask('imports.setItemRules', { rules: [] }),
  },
  {
    name: 'streams received besides',
    make: (client) => client.importFiles([join(FIXTURES, 'stream_segments.csv')]),
  },
  { name: 'how streams are counted', make: account({ site: 'intl' }) },
  { name: 'how they are counted at home', make: account({ site: 'cn' }) },
];

describe('a second audit in an engine that stays open', () => {
  it('says what an engine says that was opened anew, after every kind of edit', async () => {
    const path = join(temporaryFolder('kept'), 'kept.recount');
    const client = newClient();
    const { paths } = await client.ask('workspace.openSample', {});
    await client.importFiles(paths);
    await client.ask('workspace.saveCopy', { path });
    await client.audit();
    for (const { name, make } of EDITS) {
      await make(client);
      const again = await saidOfRun(client);
      expect(again, name).toHaveProperty('run');
      const anew = newClient();
      await anew.ask('workspace.open', { path });
      expect(await saidOfRun(anew), name).toEqual(again);
      await anew.ask('workspace.close', {});
    }
  });
});

describe('an audit during which something is committed', () => {
  it('reads usage and bill again, so that the run says what it stands on', async () => {
    const open = newWorkspace();
    await imported(open, join(FIXTURES, 'cn_usage_detail_rav_daily.csv'));
    const bill = await imported(open, join(FIXTURES, 'cn_L3_detail.csv'));
    let meanwhile = true;
    const runId = await runAudit(open, null, {
      signal: new AbortController().signal,
      progress: ({ phase }) => {
        // The usage was read: now it goes.
        if (phase !== 'reading-bill' || !meanwhile) return;
        meanwhile = false;
        open.writable.exec(`UPDATE imports SET state = 'undone' WHERE kind = 'usage'`);
      },
    });
    expect(meanwhile).toBe(false);
    const run = requireRun(open.readable, runId);
    expect(isCurrent(open.readable, run)).toBe(true);
    expect(chargePage(open.readable, runId, { offset: 0, limit: 1 }).total).toBe(0);
    const inputs = open.readable.prepare<{ import_id: bigint }>('SELECT import_id FROM run_inputs');
    expect(inputs.all()).toEqual([{ import_id: BigInt(bill.id) }]);
  });
});

describe('an edited price', () => {
  it('leaves the mark of usage and bill as it is, so that no row is read again, streams included', async () => {
    const path = join(temporaryFolder('kept'), 'edited.recount');
    const client = newClient();
    await client.ask('workspace.create', { path });
    const files = ['cn_usage_detail_rav_daily.csv', 'cn_L3_detail.csv', 'stream_segments.csv'];
    await client.importFiles(files.map((name) => join(FIXTURES, name)));
    const state = (stated: object) =>
      client.ask('account.set', { json: JSON.stringify({ site: 'cn', ...stated }) });
    const open = opened(path);
    const writes = () => open.readable.prepare('SELECT writes FROM evidence_writes').get();
    await state({});
    await client.audit();
    const before = { writes: writes(), usage: usageSeries(open.readable, null) };
    for (const discount of ['0.9', '0.8']) {
      await state({
        contract: [{ item: 'av.hd', discount, from: '2023-06-02', reference: 'p. 1' }],
      });
      await client.audit();
      expect({ writes: writes(), usage: usageSeries(open.readable, null) }).toEqual(before);
    }
    // Abroad the areas of received pictures are added up: other usage, another mark.
    await state({ site: 'intl', firstAppOn: '2022-01-01' });
    expect(writes()).not.toEqual(before.writes);
    expect(usageSeries(open.readable, null)).not.toEqual(before.usage);
  });
});
