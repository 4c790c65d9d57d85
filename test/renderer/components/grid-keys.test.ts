import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridMove } from '../../../src/renderer/components/grid/grid-keys';

const KEYS = ['ArrowDown', 'ArrowUp', 'j', 'k', 'PageDown', 'PageUp', 'Home', 'End'];

describe('keys in a grid', () => {
  it('never lead outside the rows, wherever one is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...KEYS),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.nat(),
        fc.integer({ min: 0, max: 60 }),
        (key, rows, seed, page) => {
          const move = gridMove(key, { active: (seed % (rows + 1)) - 1, rows, page });
          expect(move?.kind).toBe('go');
          const row = move?.kind === 'go' ? move.row : -1;
          expect(row).toBeGreaterThanOrEqual(0);
          expect(row).toBeLessThan(rows);
        },
      ),
    );
  });

  it('the first step down enters the grid at its first row', () => {
    expect(gridMove('j', { active: -1, rows: 3, page: 10 })).toEqual({ kind: 'go', row: 0 });
  });

  it('j undoes k and the arrows do the same', () => {
    const place = { active: 5, rows: 10, page: 4 };
    expect(gridMove('j', place)).toEqual(gridMove('ArrowDown', place));
    expect(gridMove('k', place)).toEqual({ kind: 'go', row: 4 });
    expect(gridMove('PageDown', place)).toEqual({ kind: 'go', row: 9 });
  });

  it('Enter opens only a row that is there; Escape always leaves', () => {
    expect(gridMove('Enter', { active: 0, rows: 1, page: 1 })).toEqual({ kind: 'open' });
    expect(gridMove('Enter', { active: -1, rows: 1, page: 1 })).toBeNull();
    expect(gridMove('Escape', { active: -1, rows: 0, page: 1 })).toEqual({ kind: 'leave' });
    expect(gridMove('j', { active: -1, rows: 0, page: 1 })).toBeNull();
  });

  it('other keys are not the grid’s', () => {
    expect(gridMove('a', { active: 0, rows: 5, page: 1 })).toBeNull();
  });
});
