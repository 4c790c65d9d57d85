import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIXTURES, fileWith } from '../workspace';
import { engineClient } from '../../support/engine-client';
import { itemByRules } from '../../../src/shared/bill/item-rules';

const names = (componentName: string) => ({ subProduct: '', componentType: '', componentName });

describe('the rule that fits a line', () => {
  it('is the one with the longest text, whatever their order', () => {
    const rules = [
      { contains: '高清', item: 'av.hd' },
      { contains: '全高清', item: 'av.fhd' },
    ] as const;
    for (const order of [rules, [...rules].reverse()]) {
      expect(itemByRules(order)(names('全高清视频时长'))).toBe('av.fhd');
      expect(itemByRules(order)(names('高清视频时长'))).toBe('av.hd');
      expect(itemByRules(order)(names('语音时长'))).toBeUndefined();
    }
  });

  it('does not mind case, width or blanks, and may say that there is no item', () => {
    const item = itemByRules([{ contains: 'ＨＤ  Video', item: null }]);
    expect(item(names('premium hd video'))).toBeNull();
    expect(itemByRules([{ contains: '  ', item: 'av.hd' }])(names('anything'))).toBeUndefined();
  });
});

describe('rules of a workspace', () => {
  it('are asked first, for lines that are there and lines that come, and make runs out of date', async () => {
    const bill = fileWith(
      [
        '支付者UIN,产品名称,交易类型,资源ID,开始使用时间,组件类型,组件名称,优惠后总价',
        '1,实时音视频,按量计费日结,1400123456,2023-06-01 00:00:00,时长,臻享画质时长,2.80',
        '1,实时音视频,按量计费日结,1400123456,2023-06-02 00:00:00,时长,臻享画质时长,1.40',
      ].join('\n'),
    );
    const client = engineClient();
    try {
      await client.ask('workspace.create', { path: null });
      await client.importFiles([bill, join(FIXTURES, 'cn_usage_detail_rav_daily.csv')]);
      const before = await client.ask('imports.itemRules', {});
      expect(before).toEqual({
        rules: [],
        unknown: [
          {
            subProduct: '',
            componentType: '时长',
            componentName: '臻享画质时长',
            lines: 2,
            amount: '4.2',
          },
        ],
      });
      const run = await client.audit();
      const after = await client.ask('imports.setItemRules', {
        rules: [{ contains: '臻享画质', item: 'av.2k' }],
      });
      expect(after).toEqual({ rules: [{ contains: '臻享画质', item: 'av.2k' }], unknown: [] });
      const latest = await client.audit();
      expect(latest.id).not.toBe(run.id);
      const { rows } = await client.ask('bills.page', {
        runId: latest.id,
        period: null,
        offset: 0,
        limit: 10,
        sort: { by: 'day', descending: false },
        filter: { onlyFindings: false },
      });
      expect(rows.map(({ line }) => line.item)).toEqual(['av.2k', 'av.2k']);
      const back = await client.ask('imports.setItemRules', { rules: [] });
      expect(back.unknown).toHaveLength(1);
    } finally {
      await client.engine.close();
    }
  });
});
