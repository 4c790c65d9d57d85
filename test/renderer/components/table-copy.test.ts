import { describe, expect, it } from 'vitest';
import { tableCopy } from '../../../src/renderer/components/grid/table-copy';

interface Row {
  readonly name: string;
  readonly amount: string;
}
const columns = [
  { key: 'name', title: 'Name', width: 1, text: (row: Row) => row.name },
  { key: 'amount', title: 'Amount', width: 1, text: (row: Row) => row.amount },
];

describe('a table on the clipboard', () => {
  it('has titles, tabs and numbers that stay numbers', () => {
    const { text } = tableCopy(columns, [{ name: 'Audio', amount: '-12.345600' }]);
    expect(text).toBe('Name\tAmount\r\nAudio\t-12.345600');
  });

  it('holds no formula, no broken row and no mark-up of the data’s own', () => {
    const rows = [
      { name: '=HYPERLINK("x")', amount: '1' },
      { name: 'a\tb\nc', amount: '2' },
      { name: '<b>&', amount: '3' },
      { name: '-1+2', amount: '4' },
    ];
    const { text, html } = tableCopy(columns, rows);
    expect(text.split('\r\n').slice(1)).toEqual([
      '\'=HYPERLINK("x")\t1',
      'a b c\t2',
      '<b>&\t3',
      "'-1+2\t4",
    ]);
    expect(html).toContain('<td>&#60;b&#62;&#38;</td>');
    expect(html.match(/<tr>/g)).toHaveLength(5);
  });
});
