import type { EngineClient } from '../../support/engine-client';

/** Comparisons that are explained, too: enough to meet every kind, few enough for a law. */
const EXPLAINED = 20;

/**
 * Audits everything, and answers all that the run says, down to the rows behind it, without what is different each
 * time it is made; or why there is none.
 */
export async function saidOfRun(client: EngineClient) {
  const end = await client.endOf(client.ask('audits.start', { period: null }));
  if (end.event !== 'jobs.finished') return { ...end.payload, jobId: '' };
  const run = await client.ask('audits.latest', { period: null });
  if (!run) throw new Error('the run that was just made is not there');
  const page = { runId: run.id, offset: 0, limit: 1000 };
  const comparisons = await client.ask('audits.comparisons', {
    ...page,
    filter: { onlyDiscrepancies: false },
    sort: { by: 'periodStart', descending: false },
  });
  const explained = [];
  for (const { id } of comparisons.rows.slice(0, EXPLAINED))
    explained.push(await client.ask('audits.explain', { runId: run.id, comparisonId: id }));
  return {
    run: { ...run, id: 0, createdAt: '' },
    comparisons,
    explained,
    charges: await client.ask('audits.charges', page),
    drawdowns: await client.ask('audits.drawdowns', page),
  };
}
