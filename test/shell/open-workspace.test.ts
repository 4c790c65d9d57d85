import { describe, expect, it } from 'vitest';
import { OpenWorkspaceMemory } from '../../src/main/shell/open-workspace';
import { engineError } from '../../src/shared/contract/error';

const workspace = (path: string, temporary = false) => ({
  path,
  name: 'june',
  temporary,
  accountName: null,
  currency: null,
});
const ok = (value: unknown) => ({ ok: true, value }) as const;

describe('the memory of the open workspace', () => {
  it('follows whatever opens one, and forgets what was closed', () => {
    const memory = new OpenWorkspaceMemory();
    expect(memory.observe('workspace.create', ok(workspace('/a.recount')))?.path).toBe(
      '/a.recount',
    );
    expect(memory.observe('audits.months', ok(workspace('/not-an-opening.recount')))).toBeNull();
    expect(memory.current?.path).toBe('/a.recount');
    memory.observe('workspace.openSample', ok({ workspace: workspace('/tmp/s.recount', true) }));
    expect(memory.current).toEqual({ path: '/tmp/s.recount', temporary: true });
    memory.observe('workspace.close', ok(null));
    expect(memory.current).toBeNull();
  });

  it('keeps the old one when opening another failed', () => {
    const memory = new OpenWorkspaceMemory();
    memory.observe('workspace.open', ok(workspace('/a.recount')));
    const refused = { ok: false, error: engineError('engine-restarting') } as const;
    expect(memory.observe('workspace.open', refused)).toBeNull();
    expect(memory.current?.path).toBe('/a.recount');
  });
});
