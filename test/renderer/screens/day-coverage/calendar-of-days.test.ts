import { describe, expect, it } from 'vitest';
import { nameRoom } from '../../../../src/renderer/screens/day-coverage/name-room';
import { frameOf } from '../../../../src/renderer/screens/day-coverage/use-cell-sentence';
import { stepInGrid } from '../../../../src/renderer/screens/day-coverage/step-in-grid';

const size = { rows: 600, columns: 30, page: 22 };

describe('a step in the calendar of days', () => {
  it('goes by one cell, to the edges of the row, and by a page of rows', () => {
    const from = { row: 100, column: 7 };
    expect(stepInGrid('ArrowLeft', from, size)).toEqual({ row: 100, column: 6 });
    expect(stepInGrid('ArrowDown', from, size)).toEqual({ row: 101, column: 7 });
    expect(stepInGrid('Home', from, size)).toEqual({ row: 100, column: 0 });
    expect(stepInGrid('End', from, size)).toEqual({ row: 100, column: 29 });
    expect(stepInGrid('PageDown', from, size)).toEqual({ row: 122, column: 7 });
    expect(stepInGrid('PageUp', from, size)).toEqual({ row: 78, column: 7 });
  });

  it('never leaves the grid, and is none for other keys', () => {
    expect(stepInGrid('ArrowUp', { row: 0, column: 0 }, size)).toEqual({ row: 0, column: 0 });
    expect(stepInGrid('PageUp', { row: 5, column: 2 }, size)).toEqual({ row: 0, column: 2 });
    expect(stepInGrid('PageDown', { row: 590, column: 2 }, size)).toEqual({ row: 599, column: 2 });
    expect(stepInGrid('a', { row: 5, column: 2 }, size)).toBeNull();
  });
});

describe('the words around a day and what it means', () => {
  it('hold both parts as they are, in the order of the language', () => {
    expect(frameOf('\u0001 – \u0002')({ when: 'Jun 1', what: 'there: $& $1.csv' })).toBe(
      'Jun 1 – there: $& $1.csv',
    );
    expect(frameOf('\u0002 (\u0001)')({ when: '\u0002', what: 'b' })).toBe('b (\u0002)');
  });
});

describe('the room for names', () => {
  it('is that of the widest, a Chinese or Korean character being two wide', () => {
    expect(nameRoom({ sdkAppId: '1400000001', appName: null })).toBe(10);
    expect(nameRoom({ sdkAppId: '1400000001', appName: 'Live' })).toBe(10);
    expect(nameRoom({ sdkAppId: '1400000001', appName: '在线教育平台' })).toBe(12);
  });
});
