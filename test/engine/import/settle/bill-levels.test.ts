import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { setImportState } from '../../../../src/main/engine/import/changes/undo';
import { billLines } from '../../../../src/main/engine/store/evidence/bill-lines';
import { importIssues, listImports } from '../../../../src/main/engine/store/imports/imports';
import type { OpenWorkspace } from '../../../../src/main/engine/store/workspace/workspace-file';
import { sum, toText } from '../../../../src/shared/money/decimal';
import { FIXTURES, fileWith, imported, newWorkspace } from '../../workspace';

const sample = (name: string) => join(FIXTURES, name);
const total = (open: OpenWorkspace) => toText(sum(billLines(open.readable).map((l) => l.amount)));
const issuesOf = (open: OpenWorkspace, id: number) =>
  importIssues(open.readable, id, { offset: 0, limit: 50 }).rows.map(({ code }) => code);
const signal = new AbortController().signal;

describe('a month at several levels', () => {
  it.each([
    ['by line, then by resource', ['cn_L3_detail.csv', 'cn_L2_resource.csv'], 0],
    ['by resource, then by line', ['cn_L2_resource.csv', 'cn_L3_detail.csv'], 1],
    ['added up by month, then by line', ['cn_L3_monthly_aggregated.csv', 'cn_L3_detail.csv'], 1],
  ])('counts once: %s', async (_name, names, finest) => {
    const open = newWorkspace();
    for (const name of names) await imported(open, sample(name));
    expect(total(open)).toBe('3256.13');
    const imports = listImports(open.readable);
    imports.forEach((one, index) => {
      expect(one.duplicates, one.fileName).toBe(index === finest ? 0 : one.rows);
      const codes = issuesOf(open, one.id);
      if (index === finest) expect(codes).not.toContain('rows-at-finer-level');
      else expect(codes).toContain('rows-at-finer-level');
    });
  });

  it('counts the FOCUS bill or the bill detail, not both', async () => {
    const open = newWorkspace();
    await imported(open, sample('intl_focus_1_0.csv'));
    const alone = total(open);
    await imported(open, sample('intl_L3_detail.csv'));
    expect(total(open)).toBe(alone);
  });

  it('counts the coarser one again when the finer one is taken back', async () => {
    const open = newWorkspace();
    const coarse = await imported(open, sample('cn_L2_resource.csv'));
    const alone = total(open);
    const fine = await imported(open, sample('cn_L3_detail.csv'));
    await setImportState(open, fine.id, 'undone', signal);
    expect(total(open)).toBe(alone);
    expect(issuesOf(open, coarse.id)).not.toContain('rows-at-finer-level');
    expect(listImports(open.readable)[0]).toMatchObject({ accepted: coarse.rows, duplicates: 0 });
    await setImportState(open, fine.id, 'live', signal);
    expect(total(open)).toBe('3256.13');
  });

  it('keeps the days that the finer bill does not reach', async () => {
    const open = newWorkspace();
    const [header = '', ...lines] = readFileSync(sample('cn_L3_detail.csv'), 'utf8').split(/\r?\n/);
    const first = lines.filter((line) => line.includes(',2023-06-01 00:00:00,'));
    expect(first.length).toBeGreaterThan(0);
    await imported(open, fileWith([header, ...first].join('\n')));
    await imported(open, sample('cn_L2_resource.csv'));
    const days = new Set(
      billLines(open.readable)
        .filter(({ amountDecimals }) => amountDecimals === 2)
        .map(({ usageStart }) => usageStart?.slice(0, 10)),
    );
    expect(days).not.toContain('2023-06-01');
    expect(days).toContain('2023-06-02');
    expect(days).toContain('2023-06-03');
  });
});
