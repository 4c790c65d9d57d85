import { z } from 'zod';
import type { Run } from '../../../shared/contract/audits';
import type { Transport } from '../../../shared/contract/transport';
import { invariant } from '../../../shared/invariant';
import type { Period } from '../../../shared/period/period';
import { ask, runJob } from '../session/ask-engine';
import { progressLine } from '../text/progress-line';
import type { Terminal } from '../session/terminal';

const auditResultSchema = z.object({ runId: z.number().int() });

/** Audits the open workspace and answers the stored run. */
export async function auditRun(
  transport: Transport,
  terminal: Terminal,
  period: Period | null,
): Promise<Run> {
  const progress = progressLine(terminal);
  try {
    const result = await runJob(
      transport,
      () => ask(transport, 'audits.start', { period }),
      progress.show,
    );
    const { runId } = auditResultSchema.parse(result);
    const run = await ask(transport, 'audits.latest', { period });
    invariant(run?.id === runId, `run ${runId} is not the newest of its period`);
    return run;
  } finally {
    progress.clear();
  }
}
