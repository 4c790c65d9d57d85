import { describe, expect, it } from 'vitest';
import { historyMoveOfKey, verdictOfKey } from '../../../src/renderer/decisions/verdict';

const stroke = {
  key: 'a',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  target: null,
};

describe('the keys of decisions', () => {
  it('are A, D and Q, also with Shift, and nothing with Control', () => {
    expect(verdictOfKey(stroke)).toBe('accept');
    expect(verdictOfKey({ ...stroke, key: 'D' })).toBe('dispute');
    expect(verdictOfKey({ ...stroke, key: 'q' })).toBe('ask');
    expect(verdictOfKey({ ...stroke, key: 'x' })).toBeNull();
    // Ctrl+A chooses all rows.
    expect(verdictOfKey({ ...stroke, ctrlKey: true })).toBeNull();
  });

  it('undo and redo as everywhere, on both kinds of keyboard', () => {
    expect(historyMoveOfKey({ ...stroke, key: 'z', ctrlKey: true })).toBe('undo');
    expect(historyMoveOfKey({ ...stroke, key: 'Z', metaKey: true, shiftKey: true })).toBe('redo');
    expect(historyMoveOfKey({ ...stroke, key: 'y', ctrlKey: true })).toBe('redo');
    expect(historyMoveOfKey({ ...stroke, key: 'z' })).toBeNull();
    expect(historyMoveOfKey({ ...stroke, key: 'z', ctrlKey: true, altKey: true })).toBeNull();
  });
});
