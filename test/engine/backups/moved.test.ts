import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { engineClient } from '../../support/engine-client';
import { temporaryFolder } from '../workspace';

const ACCOUNT = '{"name":"Example Co","site":"cn"}';

async function openWorkspace() {
  const client = engineClient();
  const folder = temporaryFolder();
  const path = join(folder, 'June.recount');
  await client.ask('workspace.create', { path });
  await client.ask('account.set', { json: ACCOUNT });
  return { ...client, folder, path };
}

describe('a workspace whose file is taken away while it is open', () => {
  it('is written to no more, and says so', async () => {
    const { engine, refusal, path, folder } = await openWorkspace();
    renameSync(path, join(folder, 'elsewhere.recount'));
    const said = { code: 'workspace-moved', params: { path } };
    expect(await refusal('account.set', { json: '{"site":"intl"}' })).toMatchObject(said);
    expect(await refusal('imports.list', { offset: 0, limit: 1 })).toMatchObject(said);
    expect(existsSync(path)).toBe(false);
    await engine.close();
  });

  it('has everything that was committed in the file that was moved, without the log beside it', async () => {
    const { engine, ask, refusal, path, folder } = await openWorkspace();
    const moved = join(folder, 'elsewhere.recount');
    renameSync(path, moved);
    await refusal('imports.list', { offset: 0, limit: 1 });
    await ask('workspace.open', { path: moved });
    expect(await ask('account.get', {})).toMatchObject({ json: ACCOUNT });
    await engine.close();
  });

  it('can still be saved as a copy where it was removed', async () => {
    const { engine, ask, refusal, path, folder } = await openWorkspace();
    rmSync(path);
    expect(await refusal('account.get', {})).toMatchObject({ code: 'workspace-moved' });
    const rescued = join(folder, 'rescued.recount');
    await ask('workspace.saveCopy', { path: rescued });
    expect(await ask('account.get', {})).toMatchObject({ json: ACCOUNT });
    await engine.close();
  });

  it('does not take another file of that name for its own', async () => {
    const { engine, refusal, path, folder } = await openWorkspace();
    renameSync(path, join(folder, 'elsewhere.recount'));
    writeFileSync(path, 'somebody else wrote this');
    expect(await refusal('account.set', { json: ACCOUNT })).toMatchObject({
      code: 'workspace-moved',
    });
    await engine.close();
  });
});
