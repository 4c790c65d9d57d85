import { describe, expect, it } from 'vitest';
import { displayWidth, padEndTo, padStartTo } from '../../src/shared/contract/display-width';
import { oneLine, textTable } from '../../src/main/cli/text/text-table';

describe('width on a terminal', () => {
  it.each([
    ['abc', 3],
    ['语音时长', 8],
    ['HD 비디오', 9],
    ['（含）', 6],
    ['e\u0301', 1],
    ['−1.00', 5],
    ['→', 1],
    ['𠮷', 2],
    ['', 0],
  ])('of %j is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('pads to columns, not to characters', () => {
    expect(padEndTo('语音', 6)).toBe('语音  ');
    expect(padStartTo('语音', 6)).toBe('  语音');
    expect(padEndTo('语音', 3)).toBe('语音');
  });
});

describe('a table', () => {
  it('lines up in every script, with the totals below a rule', () => {
    const text = textTable(
      [
        { heading: '计费项', align: 'left' },
        { heading: 'Amount', align: 'right' },
      ],
      [
        ['语音时长', '1.50'],
        ['HD', '−10.00'],
      ],
      ['Total', '−8.50'],
    );
    expect(text.split('\n')).toEqual([
      '计费项    Amount',
      '────────  ──────',
      '语音时长    1.50',
      'HD        −10.00',
      '────────  ──────',
      'Total      −8.50',
      '',
    ]);
    expect(new Set(text.trimEnd().split('\n').map(displayWidth))).toEqual(new Set([16]));
  });

  it('lets no text of a file act on the terminal', () => {
    expect(oneLine('a\u001B[2Jb\r\nc\u009Bd')).toBe('a [2Jb c d');
  });
});
