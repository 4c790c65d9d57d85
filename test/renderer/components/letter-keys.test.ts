import { afterEach, expect, it } from 'vitest';
import { isSilentLetter, setLetterKeys } from '../../../src/renderer/components/letter-keys';

afterEach(() => setLetterKeys(true));

const NO_MODIFIER = { ctrlKey: false, metaKey: false, altKey: false };
const silent = (key: string, modifier = {}) => isSilentLetter({ key, ...NO_MODIFIER, ...modifier });

it('while they are on, no key is silent', () => {
  expect(['a', 'J', '?', 'Enter'].filter((key) => silent(key))).toEqual([]);
});

it('switched off, a letter or sign alone is silent, and nothing else is', () => {
  setLetterKeys(false);
  expect(['a', 'J', '?', '/', '1', 'ㅁ'].filter((key) => !silent(key))).toEqual([]);
  const others = ['Enter', 'Escape', 'ArrowDown', 'Tab', 'F1', 'Home', ' '];
  expect(others.filter((key) => silent(key))).toEqual([]);
  for (const modifier of ['ctrlKey', 'metaKey', 'altKey'])
    expect(silent('k', { [modifier]: true })).toBe(false);
});
