import { afterEach, describe, expect, it } from 'vitest';
import { amountLook, differenceLook } from '../../../src/renderer/components/grid/cell-look';
import { fits } from '../../../src/renderer/components/grid/text-room';
import { setPrivate, VEIL } from '../../../src/renderer/format/privacy';

afterEach(() => setPrivate(false));

describe('how money looks in a cell', () => {
  it('shows every digit, and keeps room for those that others of the column have', () => {
    expect(amountLook('1234.5', 4)).toEqual({ text: '1,234.50', tail: '', room: 2 });
    expect(amountLook('0.123456', 4)).toEqual({ text: '0.12', tail: '3456', room: 0 });
  });

  it('says by sign and tone in whose favour a difference is', () => {
    expect(differenceLook('3', 4)).toMatchObject({
      text: '+3.00',
      tone: 'difference difference-over',
    });
    expect(differenceLook('-3', 4)).toMatchObject({
      text: '−3.00',
      tone: 'difference difference-under',
    });
    expect(differenceLook('0', 4)).toMatchObject({
      text: '0.00',
      tone: 'difference difference-none',
    });
  });

  it('is hidden in privacy mode, tone and digits too', () => {
    setPrivate(true);
    expect(amountLook('-1234.5', 4)).toEqual({ text: VEIL });
    expect(differenceLook('-1234.5', 4)).toEqual({
      text: VEIL,
      tone: 'difference difference-none',
    });
  });
});

describe('whether text fits into its column', () => {
  it('counts letters, digits beside them, and the sign', () => {
    expect(fits('2023-06-28', 0, false, 88)).toBe(true);
    expect(fits('2023-06-01 – 06-30', 0, false, 88)).toBe(false);
    expect(fits('+12.34', 2, false, 96)).toBe(true);
    expect(fits('+123,456,789.34', 2, false, 96)).toBe(false);
    expect(fits('多计费', 0, true, 80)).toBe(true);
    expect(fits('多计费', 0, true, 64)).toBe(false);
  });
});
