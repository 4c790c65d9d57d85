import { expect, it } from 'vitest';
import { monthOfCharge } from '../../../src/renderer/decisions/month-of-charge';

const JULY = { from: '2023-07-01', to: '2023-08-01' };
const JUNE = { from: '2023-06-01', to: '2023-07-01' };

it('finds the month of a day, its first and its last, and a stretch that is no month of the calendar', () => {
  expect(monthOfCharge('2023-06-24/1400123456/av.audio', [JULY, JUNE])).toBe(JUNE);
  expect(monthOfCharge('2023-06-30/-/av.audio', [JUNE, JULY])).toBe(JUNE);
  expect(monthOfCharge('2023-07-01/-/av.audio#2', [JUNE, JULY])).toBe(JULY);
  const half = { from: '2023-06-16', to: '2023-07-16' };
  expect(monthOfCharge('2023-07-03/-/av.audio', [half])).toBe(half);
});

it('finds none where no file has it', () => {
  expect(monthOfCharge('2023-05-31/-/av.audio', [JULY, JUNE])).toBeUndefined();
  expect(monthOfCharge('2023-08-01/-/av.audio', [JULY, JUNE])).toBeUndefined();
  expect(monthOfCharge('/-/av.audio', [JULY, JUNE])).toBeUndefined();
});
