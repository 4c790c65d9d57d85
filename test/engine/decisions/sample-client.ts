import { engineClient } from '../../support/engine-client';

/** An engine with the sample month imported and audited; its period and the ids of its differences. */
export async function auditedSample() {
  const client = engineClient();
  const { paths } = await client.ask('workspace.openSample', {});
  await client.importFiles(paths);
  const [month] = await client.ask('audits.months', {});
  const period = month?.period ?? null;
  const run = await client.audit(period);
  const differences = async (runId: number) =>
    (
      await client.ask('audits.comparisons', {
        runId,
        offset: 0,
        limit: 1000,
        filter: { onlyDiscrepancies: true },
        sort: { by: 'periodStart', descending: false },
      })
    ).rows;
  return { client, period, run, paths, differences };
}

export type AuditedSample = Awaited<ReturnType<typeof auditedSample>>;
