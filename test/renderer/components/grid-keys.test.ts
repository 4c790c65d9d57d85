import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridMove } from '../../../src/renderer/components/grid/grid-keys';

const KEYS = ['ArrowDown', 'ArrowUp', 'j', 'k', 'PageDown', 'PageUp', 'Home', 'End'];

const plain = (key: string) => ({ key, shift: false, command: false });

describe('keys in a grid', () => {
  it('never lead outside the rows, wherever one is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...KEYS),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.nat(),
        fc.integer({ min: 0, max: 60 }),
        (key, rows, seed, page) => {
          const move = gridMove(plain(key), { active: (seed % (rows + 1)) - 1, rows, page });
          expect(move?.kind).toBe('go');
          const row = move?.kind === 'go' ? move.row : -1;
          expect(row).toBeGreaterThanOrEqual(0);
          expect(row).toBeLessThan(rows);
        },
      ),
    );
  });

  it('the first step down moves on from the row that Tab came to', () => {
    expect(gridMove(plain('j'), { active: 0, rows: 3, page: 10 })).toEqual({ kind: 'go', row: 1 });
    expect(gridMove(plain('j'), { active: -1, rows: 3, page: 10 })).toEqual({ kind: 'go', row: 0 });
  });

  it('j undoes k and the arrows do the same', () => {
    const place = { active: 5, rows: 10, page: 4 };
    expect(gridMove(plain('j'), place)).toEqual(gridMove(plain('ArrowDown'), place));
    expect(gridMove(plain('k'), place)).toEqual({ kind: 'go', row: 4 });
    expect(gridMove(plain('PageDown'), place)).toEqual({ kind: 'go', row: 9 });
  });

  it('Enter opens only a row that is there; Escape always leaves', () => {
    expect(gridMove(plain('Enter'), { active: 0, rows: 1, page: 1 })).toEqual({ kind: 'open' });
    expect(gridMove(plain('Enter'), { active: -1, rows: 1, page: 1 })).toBeNull();
    expect(gridMove(plain('Escape'), { active: -1, rows: 0, page: 1 })).toEqual({ kind: 'leave' });
    expect(gridMove(plain('j'), { active: -1, rows: 0, page: 1 })).toBeNull();
  });

  it('other keys are not the grid’s', () => {
    expect(gridMove(plain('a'), { active: 0, rows: 5, page: 1 })).toBeNull();
  });

  it('Shift chooses on the way, Space one more, Ctrl all; a letter with Ctrl moves nowhere', () => {
    const place = { active: 2, rows: 9, page: 4 };
    const shifted = (key: string) => ({ key, shift: true, command: false });
    const held = (key: string) => ({ key, shift: false, command: true });
    expect(gridMove(shifted('ArrowDown'), place)).toEqual({ kind: 'stretch', row: 3 });
    expect(gridMove(shifted('End'), place)).toEqual({ kind: 'stretch', row: 8 });
    expect(gridMove(plain(' '), place)).toEqual({ kind: 'toggle' });
    expect(gridMove(held('a'), place)).toEqual({ kind: 'all' });
    expect(gridMove(held('c'), place)).toEqual({ kind: 'copy' });
    expect(gridMove(held('j'), place)).toBeNull();
    expect(gridMove(held('a'), { active: -1, rows: 0, page: 1 })).toBeNull();
  });
});
