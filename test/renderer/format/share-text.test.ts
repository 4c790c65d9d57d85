import { describe, expect, it } from 'vitest';
import { percentText } from '../../../src/renderer/format/share-text';

describe('percentText', () => {
  it.each([
    ['165.9568', '165.9568', '100'],
    ['165.9567', '165.9568', '99.99'],
    ['-50', '-200', '25'],
    ['0', '3', '0'],
    ['1', '3', '33.33'],
  ])('%s of %s is %s %%, never rounded up', (part, whole, percent) =>
    expect(percentText(part, whole)).toBe(percent),
  );

  it('has no answer where there is no whole', () => expect(percentText('1', '0')).toBeNull());

  it('has no answer where causes go against the difference or beyond it', () => {
    expect(percentText('-5', '10')).toBeNull();
    expect(percentText('15', '10')).toBeNull();
  });
});
