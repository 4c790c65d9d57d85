import { afterEach, expect, it } from 'vitest';
import { fileName } from '../../../src/renderer/format/file-name';
import { setPrivate, veiledPath } from '../../../src/renderer/format/privacy';

afterEach(() => setPrivate(false));

it('is the last part of a path of either system', () => {
  expect(fileName('/home/zhao/usage-2023-06.csv')).toBe('usage-2023-06.csv');
  expect(fileName('C:\\Zhao\\1400123456.csv')).toBe('1400123456.csv');
});

it('in privacy mode stays where its only digits are a day; the path is hidden whole', () => {
  setPrivate(true);
  expect(fileName('/home/1400123456/usage-2023-06.csv')).toBe('usage-2023-06.csv');
  expect(fileName('/home/zhao/usage-2023-06-07.csv')).toBe('usage-2023-06-07.csv');
  expect(fileName('/home/zhao/1400123456_2023-06.csv')).toBe('•••');
  expect(veiledPath('/home/zhao/June.recount')).toBe('•••');
});
