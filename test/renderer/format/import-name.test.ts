import { expect, it } from 'vitest';
import { importName } from '../../../src/renderer/format/import-name';

it('tells two sheets of one workbook apart, and leaves other files alone', () => {
  expect(importName({ fileName: 'usage.xlsx', sheet: '日' })).toBe('usage.xlsx · 日');
  expect(importName({ fileName: 'usage.csv', sheet: null })).toBe('usage.csv');
});
