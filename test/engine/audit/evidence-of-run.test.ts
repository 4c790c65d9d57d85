import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engineClient, type EngineClient } from '../../support/engine-client';
import { FIXTURES, temporaryFolder } from '../workspace';

const JUNE = { from: '2023-06-01', to: '2023-07-01' } as never;
const fixture = (name: string) => join(FIXTURES, name);
const DAILY = (day: string) => `100012345678-202306${day}-按扣费周期-明细账单.csv`;

function written(name: string, text: string): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  return path;
}

let client: EngineClient;
beforeEach(async () => {
  client = engineClient();
  await client.ask('workspace.create', { path: null });
});
afterEach(() => client.engine.close());

const evidence = async (period = JUNE) => {
  const { id: runId } = await client.audit(period);
  return client.ask('audits.evidence', { runId });
};

describe('what the files of a run say against each other', () => {
  it('names the provider’s deductions with minutes, what they cost, and the line of its export', async () => {
    const account = {
      name: 'Example',
      site: 'cn',
      uin: '100012345678',
      firstAppOn: '2021-03-01',
      trial: null,
      apps: [],
      contract: [],
      packages: [
        {
          id: '2000009001',
          minutes: 25000,
          purchasedAt: '2023-06-01T08:12:33',
          price: '168.00',
          apps: [],
        },
      ],
    };
    await client.ask('account.setFromFile', {
      path: written('account.json', JSON.stringify(account)),
    });
    await client.importFiles([
      fixture('cn_usage_detail_rav_daily.csv'),
      fixture('trtc_package_deduction.csv'),
    ]);
    const found = (await evidence()).filter(({ kind }) => kind === 'deductions');
    expect(found).toMatchObject([
      {
        code: 'deduction-not-taken',
        packageId: '2000009001',
        places: 2,
        minutes: '-24985',
        worth: '-167.8992',
      },
      {
        code: 'deduction-not-expected',
        places: 1,
        minutes: '512',
        worth: '3.44064',
        example: {
          params: { statedMinutes: '128', computedMinutes: 0 },
          origin: { file: 'trtc_package_deduction.csv', line: 39 },
        },
      },
    ]);
    // The line is what it says it is: the last row of HD of that application.
    const lines = readFileSync(fixture('trtc_package_deduction.csv'), 'utf8').split(/\r?\n/);
    expect(lines[38]).toContain('1400654321');
    expect(lines[38]).toContain('高清');
  });

  it('keeps a restated bill as a finding of the days it changes, until it is undone', async () => {
    const [header = '', , ...lines] = readFileSync(fixture('cn_L3_detail.csv'), 'utf8')
      .trimEnd()
      .split(/\r?\n/);
    const dearer = lines.map((line, index) => {
      if (index !== 1) return line;
      const cells = line.split(',');
      cells[29] = '9.99';
      return cells.join(',');
    });
    const file = (day: string, rows: readonly string[]) =>
      written(DAILY(day), [header, ...rows, ''].join('\n'));
    await client.importFiles([fixture('cn_usage_detail_rav_daily.csv'), file('03', lines)]);
    const restated = async () => (await evidence()).filter(({ kind }) => kind === 'restated');
    expect(await restated()).toEqual([]);
    await client.importFiles([file('04', dearer)]);
    const [found, ...others] = await restated();
    expect(others).toEqual([]);
    const before = Number(lines[1]?.split(',')[29]);
    expect(found).toMatchObject({
      code: 'restated-bill',
      places: 1,
      example: {
        params: { newer: DAILY('04'), older: DAILY('03'), changed: 1, added: 0, gone: 0 },
        origin: { file: DAILY('04'), line: 3 },
      },
    });
    expect(Number(found?.amount)).toBeCloseTo(9.99 - before, 8);
    const [newest] = (await client.imports()).toSorted((a, b) => b.id - a.id);
    await client.ask('imports.undo', { importId: newest?.id ?? 0 });
    expect(await restated()).toEqual([]);
    await client.ask('imports.redo', { importId: newest?.id ?? 0 });
    expect(await restated()).toHaveLength(1);
    // It is of 1 June: an audit of the days after it has no such finding.
    const later = await evidence({ from: '2023-06-02', to: '2023-07-01' } as never);
    expect(later.filter(({ kind }) => kind === 'restated')).toEqual([]);
  });
});
