import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../../src/main/engine/import/import-file';
import { inspectFile, inspectTable } from '../../../src/main/engine/import/inspect-file';
import { layoutOfImport } from '../../../src/main/engine/import/changes/layout-of-import';
import type { Override } from '../../../src/main/engine/reading/layout/stated-facts';
import { countedTotals } from '../../../src/main/engine/store/imports/counted-totals';
import { savedProfiles, saveProfile } from '../../../src/main/engine/store/imports/import-profiles';
import { importIssues } from '../../../src/main/engine/store/imports/imports';
import type { OpenWorkspace } from '../../../src/main/engine/store/workspace/workspace-file';
import { FIXTURES, fileWith, imported, newWorkspace } from '../workspace';

/** The columns of a China bill detail as three people named them by hand. */
const RENAMED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    产品名称: 'Service',
    交易类型: 'Kind of charge',
    组件名称: 'Tier',
    优惠后总价: 'Amount due',
    开始使用时间: 'Period start',
    结束使用时间: 'Period end',
    扣费时间: 'Charged at',
    资源ID: 'Application',
    组件用量: 'Quantity',
    组件用量单位: 'Quantity unit',
    组件单价: 'Net price',
    组件原价: 'Gross amount',
  },
  zh: {
    产品名称: '云产品',
    交易类型: '扣费类型',
    组件名称: '用量档位名称',
    优惠后总价: '应付金额',
    开始使用时间: '使用开始',
    结束使用时间: '使用结束',
    扣费时间: '扣费日期',
    资源ID: '应用编号',
    组件用量: '使用量',
    组件用量单位: '数量单位',
    组件单价: '折后单价',
    组件原价: '原始金额',
  },
  ko: {
    产品名称: '제품명',
    交易类型: '거래 유형',
    组件名称: '구성 요소 이름',
    优惠后总价: '청구 금액',
    开始使用时间: '사용 시작 시간',
    结束使用时间: '사용 종료 시간',
    扣费时间: '차감 시간',
    资源ID: '애플리케이션 ID',
    组件用量: '사용량',
    组件用量单位: '사용량 단위',
    组件单价: '할인 단가',
    组件原价: '할인 전 금액',
  },
};
const BILL = readFileSync(join(FIXTURES, 'cn_L3_detail.csv'), 'utf8').replace(/^\uFEFF/, '');
const [HEADER = '', ...ROWS] = BILL.trimEnd().split(/\r?\n/);
const COLUMNS = HEADER.split(',');

/** The sample bill with its columns called otherwise; what is not named stays out of reach too. */
function renamed(names: Readonly<Record<string, string>>, rows = ROWS): string {
  const header = COLUMNS.map((name, index) => names[name] ?? `c${index}`);
  return `${[header.join(','), ...rows].join('\n')}\n`;
}

const table = (path: string) => ({ path, fileName: null, sheet: null });
const signal = new AbortController().signal;
const importWith = (open: OpenWorkspace, path: string, override: Override) =>
  importFile(open, path, { signal, onProgress: () => undefined, override });
const billed = (open: OpenWorkspace) => countedTotals(open.readable);

describe('a file whose columns were renamed by hand', () => {
  it.each(Object.keys(RENAMED))(
    'is offered for mapping with the right guesses (%s)',
    async (key) => {
      const names = RENAMED[key] ?? {};
      const path = fileWith(renamed(names));
      const [inspection] = await inspectFile(null, path);
      expect(inspection).toMatchObject({
        ok: false,
        mappable: true,
        error: { code: 'file-no-header' },
      });
      const draft = await inspectTable(table(path), {});
      expect(draft.recognised).toBe(false);
      expect(draft.candidates[0]?.readAs).toBe('cn-l3-detail');
      expect(draft.missing).toEqual([]);
      expect(draft.mapping.columns).toMatchObject({
        [names['产品名称'] ?? '']: 'product',
        [names['优惠后总价'] ?? '']: 'amount',
        [names['开始使用时间'] ?? '']: 'usageStart',
        [names['资源ID'] ?? '']: 'resourceId',
        [names['组件名称'] ?? '']: 'componentName',
        [names['交易类型'] ?? '']: 'transactionType',
        [names['组件用量'] ?? '']: 'quantity',
      });
      expect(draft.unreadable).toBe(0);
    },
  );

  it.each(Object.keys(RENAMED))(
    'comes to what the file comes to with its own (%s)',
    async (key) => {
      const [one, other] = [newWorkspace(), newWorkspace()];
      const path = fileWith(renamed(RENAMED[key] ?? {}));
      const { mapping } = await inspectTable(table(path), {});
      const outcomes = await importWith(one, path, { readings: [{ table: null, mapping }] });
      expect(outcomes).toMatchObject([{ outcome: 'imported' }]);
      await imported(other, fileWith(BILL));
      expect(billed(one)).toEqual(billed(other));
    },
  );

  it('repeats the rows of an earlier file, however that was mapped', async () => {
    const open = newWorkspace();
    const path = fileWith(renamed(RENAMED['en'] ?? {}));
    const { mapping } = await inspectTable(table(path), {});
    await importWith(open, path, { readings: [{ table: null, mapping }] });
    const before = billed(open);
    const columns = Object.fromEntries(Object.entries(mapping.columns).toReversed());
    const half = fileWith(renamed(RENAMED['en'] ?? {}, ROWS.slice(0, 9)));
    const outcomes = await importWith(open, half, {
      readings: [{ table: null, mapping: { ...mapping, columns } }],
    });
    expect(outcomes).toMatchObject([{ summary: { accepted: 0, duplicates: 9 } }]);
    expect(billed(open)).toEqual(before);
  });

  it('keeps its mapping with the import, whatever becomes of the profile', async () => {
    const open = newWorkspace();
    const path = fileWith(renamed(RENAMED['en'] ?? {}));
    const { mapping } = await inspectTable(table(path), {});
    await importWith(open, path, { readings: [{ table: null, mapping }] });
    expect(layoutOfImport(open.readable, 1)).toMatchObject({
      mapping: { readAs: 'cn-l3-detail', columns: { 'Amount due': 'amount' } },
    });
  });
});

/** The English file's mapping, saved. */
async function withProfile() {
  const open = newWorkspace();
  const path = fileWith(renamed(RENAMED['en'] ?? {}));
  const draft = await inspectTable(table(path), {});
  const columns = draft.header.map((header, index) => ({
    header,
    field: draft.fields[index] ?? null,
  }));
  saveProfile(open.writable, { name: 'Reseller', readAs: 'cn-l3-detail', columns }, '2026-01-01');
  return { open, columns, saved: savedProfiles(open.readable) };
}

describe('a saved profile', () => {
  it('recognises the next such file by its header, in any order of columns', async () => {
    const { open, saved } = await withProfile();
    const turned = renamed(RENAMED['en'] ?? {})
      .trimEnd()
      .split('\n')
      .map((line) => line.split(',').toReversed().join(','))
      .join('\n');
    const [inspection] = await inspectFile(open.readable, fileWith(turned), { saved });
    expect(inspection).toMatchObject({
      ok: true,
      reading: { mappedBy: { by: 'profile', name: 'Reseller', version: 1 } },
    });
    const [outcome] = await importWith(open, fileWith(turned), { saved });
    if (outcome?.outcome !== 'imported') throw new Error('not imported');
    const issues = importIssues(open.readable, outcome.summary.id, { offset: 0, limit: 50 });
    expect(issues.rows).toContainEqual(
      expect.objectContaining({
        code: 'read-by-profile',
        params: { name: 'Reseller', version: 1 },
      }),
    );
  });

  it('never takes the place of one of the program that reads as much', async () => {
    const open = newWorkspace();
    const columns = COLUMNS.map((header) => ({
      header,
      field: header === '优惠后总价' ? 'originalAmount' : header === '组件原价' ? 'amount' : null,
    }));
    saveProfile(open.writable, { name: 'Swapped', readAs: 'cn-l3-detail', columns }, '2026-01-01');
    const saved = savedProfiles(open.readable);
    const [inspection] = await inspectFile(open.readable, fileWith(BILL), { saved });
    expect(inspection).toMatchObject({ ok: true, reading: { mappedBy: null } });
    expect(inspection?.ok && inspection.reading.issues.map(({ code }) => code)).toContain(
      'profile-not-needed',
    );
  });

  it('whose header changed a little is offered as a new version, and both read their files', async () => {
    const { open, saved } = await withProfile();
    const changed = renamed({ ...RENAMED['en'], 优惠后总价: 'Sum payable', 扣费时间: 'Charged at' })
      .trimEnd()
      .split('\n')
      .map((line, index) => `${line},${index === 0 ? 'Remark' : 'x'}`)
      .join('\n');
    const path = fileWith(changed);
    expect(await inspectFile(open.readable, path, { saved })).toMatchObject([{ ok: false }]);
    const draft = await inspectTable(table(path), { saved });
    expect(draft.change).toMatchObject({
      name: 'Reseller',
      version: 1,
      added: ['Remark'],
      gone: [],
      renamed: [{ from: 'Amount due', to: 'Sum payable' }],
    });
    expect(draft.missing).toEqual([]);
    expect(draft.mapping.columns['Sum payable']).toBe('amount');
    const columns = draft.header.map((header, index) => ({
      header,
      field: draft.fields[index] ?? null,
    }));
    const { saved: next } = saveProfile(
      open.writable,
      { name: 'Reseller', readAs: 'cn-l3-detail', columns },
      '2026-02-01',
    );
    expect(next.version).toBe(2);
    const both = savedProfiles(open.readable);
    expect(await inspectFile(open.readable, path, { saved: both })).toMatchObject([
      { reading: { mappedBy: { version: 2 } } },
    ]);
    const first = fileWith(renamed(RENAMED['en'] ?? {}));
    expect(await inspectFile(open.readable, first, { saved: both })).toMatchObject([
      { reading: { mappedBy: { version: 1 } } },
    ]);
  });
});

describe('a mapping', () => {
  it('that swaps two columns shows it in the preview, before anything is imported', async () => {
    const path = fileWith(renamed(RENAMED['en'] ?? {}));
    const { mapping } = await inspectTable(table(path), {});
    const columns = { ...mapping.columns, 'Amount due': 'usageStart', 'Period start': 'amount' };
    const draft = await inspectTable(table(path), {
      readings: [{ table: null, mapping: { readAs: 'cn-l3-detail', columns } }],
    });
    expect(draft.unreadable).toBe(draft.sampled);
    expect(draft.rows[0]).toMatchObject({ outcome: 'quarantined', code: 'row-bad-number' });
    expect(draft.rows[0]?.cells.some(({ problem }) => problem)).toBe(true);
    expect(draft.issues).toMatchObject([{ code: 'mapping-unreadable' }]);
  });

  it('names the needed fields that have no column, and the money that nobody reads', async () => {
    const path = fileWith(renamed(RENAMED['en'] ?? {}));
    const { mapping } = await inspectTable(table(path), {});
    const columns = Object.fromEntries(
      Object.entries(mapping.columns).filter(([, field]) => field !== 'amount'),
    );
    const draft = await inspectTable(table(path), {
      readings: [{ table: null, mapping: { readAs: 'cn-l3-detail', columns } }],
    });
    expect(draft.missing).toEqual(['amount']);
    expect(draft.money.map((column) => draft.header[column])).toContain('Amount due');
    expect(draft.rows[0]?.outcome).toBe('unknown');
  });

  it('is refused where it names no field, or one twice', async () => {
    const path = fileWith(renamed(RENAMED['en'] ?? {}));
    for (const [columns, context] of [
      [{ Service: 'nonsense' }, 'unknown'],
      [{ Service: '__proto__' }, 'unknown'],
      [{ Service: 'product', Tier: 'product' }, 'twice'],
    ] as const)
      expect(
        await inspectFile(null, path, {
          readings: [{ table: null, mapping: { readAs: 'cn-l3-detail', columns } }],
        }),
      ).toMatchObject([{ ok: false, error: { code: 'mapping-invalid', params: { context } } }]);
  });

  it('of tiers gives each its item', async () => {
    const text =
      'When,Who,Talk,Small,Big\n2023-06-01,1400123456,10,20,30\n2023-06-02,1400123456,1,2,3\n';
    const open = newWorkspace();
    const path = fileWith(text);
    const columns = {
      When: 'day',
      Who: 'sdkAppId',
      Talk: 'tier.audio',
      Small: 'tier.hd',
      Big: 'tier.fhd',
    };
    await importWith(open, path, {
      readings: [{ table: null, mapping: { readAs: 'console-usage', columns } }],
    });
    expect(billed(open).seconds).toBe(66n * 60n);
  });
});

describe('what is said of a file', () => {
  it('decides its encoding, delimiter and header row', async () => {
    const text = `note;of;no;use\n${renamed(RENAMED['en'] ?? {}).replaceAll(',', ';')}`;
    const path = fileWith(Buffer.from(text, 'utf16le'));
    expect(await inspectFile(null, path)).toMatchObject([{ ok: false }]);
    const good = fileWith(text);
    const draft = await inspectTable(table(good), {
      readings: [{ table: null, headerLine: 2, delimiter: ';', encoding: 'gb18030' }],
    });
    expect(draft).toMatchObject({
      headerLine: 2,
      delimiter: ';',
      encoding: 'gb18030',
      missing: [],
    });
  });

  it('of one table holds for that table alone', async () => {
    const path = fileWith(BILL);
    const [inspection] = await inspectFile(null, path, {
      readings: [
        { table: { path: '/elsewhere.csv', fileName: null, sheet: null }, delimiter: ';' },
      ],
    });
    expect(inspection?.ok).toBe(true);
    const [wrong] = await inspectFile(null, path, {
      readings: [{ table: table(path), delimiter: ';' }],
    });
    expect(wrong?.ok).toBe(false);
  });
});
