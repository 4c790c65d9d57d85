import { describe, expect, it } from 'vitest';
import { amountDecimals, htmlTable } from '../../../src/main/engine/report/html/html-table';
import { HTML_STYLE } from '../../../src/main/engine/report/html/html-style';
import { cellTable } from '../../../src/main/engine/report/report-table';

const AMOUNTS = ['1', '-12.5', '0.123456', '1234.10001', '-0.00000001'];
const TABLE = cellTable({
  name: 'charges',
  rows: () => AMOUNTS,
  columns: [
    { heading: 'item', kind: 'text', width: 10, value: (row) => row },
    { heading: 'amount', kind: 'amount', width: 10, value: (row) => row },
    { heading: 'meteredMinutes', kind: 'count', width: 10, value: () => 7 },
  ],
});

/** Each amount as it is shown, and the room that its class leaves in place of decimals. */
const shown = () =>
  [...[...htmlTable(TABLE, 'en', 'charges')].join('').matchAll(/<tr>.*?<\/tr>/g)]
    .slice(1)
    .map(([row]) => {
      const [, room = '0', text = ''] = /<td class="n(?: p(\d))?">([^<]*)<\/td>/.exec(row) ?? [];
      return { text, room: Number(room) };
    });

describe('a column of amounts on the web page', () => {
  it('has the points below each other: decimals and the room in place of them are as many in each row', () => {
    expect(shown()).toHaveLength(AMOUNTS.length);
    for (const { text, room } of shown())
      expect((text.split('.')[1]?.length ?? 0) + room, text).toBe(8);
  });

  it('holds nothing but the amounts, so that a copy is clean', () => {
    expect(shown().map(({ text }) => text)).toEqual([
      '1.00',
      '\u221212.50',
      '0.123456',
      '1,234.10001',
      '\u22120.00000001',
    ]);
  });

  it('is measured in amounts alone, and every room has a rule', () => {
    expect(amountDecimals(TABLE.columns, TABLE.rows('en'))).toEqual([0, 8, 0]);
    for (let room = 1; room <= 6; room += 1) expect(HTML_STYLE).toContain(`td.n.p${room} {`);
  });
});
