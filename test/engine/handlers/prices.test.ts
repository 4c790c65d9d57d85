import { afterAll, describe, expect, it } from 'vitest';
import { engineClient } from '../../support/engine-client';

const client = engineClient();
afterAll(() => client.engine.close());

describe('the price table', () => {
  it('is there without a workspace, in each site’s currency, each price with its citation', async () => {
    for (const [site, currency] of [
      ['cn', 'CNY'],
      ['intl', 'USD'],
    ] as const) {
      const table = await client.ask('prices.table', { site });
      expect(table).toMatchObject({ currency, contract: null });
      expect(new Set(table.prices.map(({ id }) => id)).size).toBe(table.prices.length);
      for (const { citation, from, to } of table.prices) {
        expect(citation.document).not.toBe('');
        expect(citation.printed).not.toBe('');
        expect(to === null || from < to).toBe(true);
      }
    }
  });

  it('has the terms of the account beside the prices of its own site alone', async () => {
    await client.ask('workspace.openSample', {});
    const own = await client.ask('prices.table', { site: 'cn' });
    expect(own.contract).toEqual([
      {
        item: 'av.hd',
        discount: '0.9',
        price: null,
        from: '2023-06-01',
        to: null,
        reference: 'YK-2023-017, annex 2',
        stretches: [
          {
            from: '2023-06-01',
            to: null,
            listPrice: '28',
            unitPrice: '25.2',
            unit: '1000-minutes',
            holds: true,
          },
        ],
      },
    ]);
    expect((await client.ask('prices.table', { site: 'intl' })).contract).toBeNull();
  });
});
