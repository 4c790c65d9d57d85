import { expect, it } from 'vitest';
import { ByItemAndApp } from '../../../src/shared/usage/by-item-and-app';

it('keeps one value for each item of each application', () => {
  const minutes = new ByItemAndApp<number>();
  minutes.set('av.hd', '1400000001', 1);
  minutes.set('av.hd', '1400000002', 2);
  minutes.set('av.sd', '1400000001', 3);
  minutes.set('av.hd', '1400000002', 4);
  expect(minutes.get('av.hd', '1400000001')).toBe(1);
  expect(minutes.get('av.hd', '1400000002')).toBe(4);
  expect(minutes.get('av.sd', '1400000001')).toBe(3);
  expect(minutes.get('av.sd', '1400000002')).toBeUndefined();
  expect(minutes.get('av.fhd', '1400000001')).toBeUndefined();
});
