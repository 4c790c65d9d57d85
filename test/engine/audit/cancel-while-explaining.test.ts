import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runAudit } from '../../../src/main/engine/audit/run-audit';
import { latestRun } from '../../../src/main/engine/store/runs/runs';
import { imported, newWorkspace } from '../workspace';

const SAMPLE = join(import.meta.dirname, '../../../resources/sample-month');

it('an audit that is cancelled while it explains ends there, and the next one is whole', async () => {
  const workspace = newWorkspace();
  await imported(workspace, join(SAMPLE, 'usage-2023-06.csv'));
  await imported(workspace, join(SAMPLE, 'bill-2023-06.csv'));
  const stop = new AbortController();
  const phases: string[] = [];
  const progress = ({ phase }: { readonly phase: string }) => {
    phases.push(phase);
    if (phase === 'comparing') stop.abort();
  };
  await expect(runAudit(workspace, null, { signal: stop.signal, progress })).rejects.toMatchObject({
    error: { code: 'cancelled' },
  });
  expect(phases.at(-1)).toBe('comparing');
  expect(latestRun(workspace.readable, null)).toBeNull();

  const control = { signal: new AbortController().signal, progress: () => undefined };
  const id = await runAudit(workspace, null, control);
  const again = newWorkspace();
  await imported(again, join(SAMPLE, 'usage-2023-06.csv'));
  await imported(again, join(SAMPLE, 'bill-2023-06.csv'));
  await runAudit(again, null, control);
  const [after, fresh] = [latestRun(workspace.readable, null), latestRun(again.readable, null)];
  expect(after?.id).toBe(id);
  expect(after?.totals).toEqual(fresh?.totals);
  expect(after?.counts).toEqual(fresh?.counts);
});
