import { describe, expect, it } from 'vitest';
import {
  arranged,
  columnsBeside,
  layoutOf,
  withMoved,
  withShown,
  withWidth,
} from '../../../src/renderer/components/grid/column-layout';

const columns = ['a', 'b', 'c'].map((key) => ({
  key,
  title: key,
  width: 80,
  grows: true,
  text: () => key,
}));
const first = layoutOf(columns);
const keys = (layout: typeof first | null) => arranged(columns, layout).map(({ key }) => key);

describe('columns as a person arranges them', () => {
  it('come as they are until somebody does', () => {
    expect(keys(null)).toEqual(['a', 'b', 'c']);
    expect(keys(first)).toEqual(['a', 'b', 'c']);
  });

  it('are hidden, shown again at the end, and never all hidden', () => {
    const two = withShown(first, 'a', false);
    expect(keys(two)).toEqual(['b', 'c']);
    expect(keys(withShown(two, 'a', true))).toEqual(['b', 'c', 'a']);
    const one = withShown(two, 'b', false);
    expect(keys(withShown(one, 'c', false))).toEqual(['c']);
  });

  it('change places with a neighbour, and stay at the ends', () => {
    expect(keys(withMoved(first, 'b', 1))).toEqual(['a', 'c', 'b']);
    expect(keys(withMoved(first, 'a', -1))).toEqual(['a', 'b', 'c']);
    expect(keys(withMoved(withShown(first, 'b', false), 'c', -1))).toEqual(['c', 'a']);
  });

  it('take a width, within reason, and give it back', () => {
    const wide = withWidth(first, 'b', 5_000);
    expect(arranged(columns, wide)[1]).toMatchObject({ width: 2_000, grows: false });
    expect(arranged(columns, withWidth(wide, 'b', null))[1]).toMatchObject({ width: 80 });
    expect(withWidth(first, 'b', Number.NaN)).toEqual(first);
  });

  it('of a layout that knows none of them are all shown', () => {
    expect(keys({ columns: ['gone'], widths: {} })).toEqual(['a', 'b', 'c']);
  });
});

describe('columns beside an open row', () => {
  const beside = (briefly: readonly string[], room: number) =>
    columnsBeside(columns, briefly, room).map(({ key }) => key);

  it('are those that say which row it is, and as many others as have room, in their order', () => {
    expect(beside(['b'], 0)).toEqual(['b']);
    expect(beside(['b'], 160)).toEqual(['a', 'b']);
    expect(beside(['c'], 239)).toEqual(['a', 'c']);
    expect(beside(['c'], 240)).toEqual(['a', 'b', 'c']);
    expect(beside(['a', 'b', 'c'], 80)).toEqual(['a', 'b', 'c']);
  });
});
