import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EngineFailure } from '../../../src/shared/contract/error';
import { openReportSource } from '../../../src/main/engine/report/open-report-source';
import { engineClient, RESOURCES } from '../../support/engine-client';
import { opened, temporaryFolder } from '../workspace';

describe('a report whose audit is replaced while it is written', () => {
  it('ends with a reason instead of going on with rows that are not there any more', async () => {
    const path = join(temporaryFolder(), 'month.recount');
    const client = engineClient();
    await client.ask('workspace.create', { path });
    const sample = join(RESOURCES, 'sample-month');
    const names = ['usage-2023-06.csv', 'bill-2023-06.csv'];
    await client.importFiles(names.map((name) => join(sample, name)));
    const run = await client.audit();
    await client.engine.close();

    const { writable: db } = opened(path);
    const source = openReportSource(db, run.id);
    expect([...source.charges()]).not.toEqual([]);
    db.prepare('DELETE FROM runs WHERE id = ?').run(run.id);
    for (const rows of [source.charges, source.drawdowns, source.discrepancies, source.billLines])
      expect(() => [...rows()]).toThrow(EngineFailure);
  });
});
