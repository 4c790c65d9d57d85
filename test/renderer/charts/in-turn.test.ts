import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inTurn } from '../../../src/renderer/charts/in-turn';

describe('work that is done in turn', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('gives each piece a task of its own, in the order asked for', () => {
    const done: string[] = [];
    for (const name of ['a', 'b', 'c']) inTurn(() => done.push(name));
    expect(done).toEqual([]);
    const seen: string[] = [];
    while (vi.getTimerCount() > 0) {
      vi.advanceTimersToNextTimer();
      seen.push(done.join(''));
    }
    expect(seen).toEqual(['a', 'ab', 'abc']);
  });

  it('leaves out what was called off, and nothing else', () => {
    const done: string[] = [];
    const [first, second] = ['a', 'b', 'c'].map((name) => inTurn(() => done.push(name)));
    first?.();
    second?.();
    first?.();
    vi.runAllTimers();
    inTurn(() => done.push('d'));
    vi.runAllTimers();
    expect(done).toEqual(['c', 'd']);
  });

  it('goes on after a piece that failed', () => {
    const done: string[] = [];
    inTurn(() => {
      throw new Error('a chart that cannot be drawn');
    });
    inTurn(() => done.push('b'));
    expect(() => vi.runAllTimers()).toThrow('cannot be drawn');
    vi.runAllTimers();
    expect(done).toEqual(['b']);
  });
});
