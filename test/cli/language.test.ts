import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../src/main/cli/language';

describe('the language', () => {
  it.each([
    ['zh_CN.UTF-8', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['zh_TW.UTF-8', 'zh-CN'],
    ['ko_KR.UTF-8', 'ko'],
    ['ko', 'ko'],
    ['kok_IN', 'en'],
    ['en_US.UTF-8', 'en'],
    ['C', 'en'],
    ['', 'en'],
  ])('for LANG=%s is %s', (LANG, language) => {
    expect(chooseLanguage([], { LANG })).toBe(language);
  });

  it('is what --lang says before what the environment says', () => {
    expect(chooseLanguage(['audit', '--lang', 'ko'], { LANG: 'zh_CN' })).toBe('ko');
    expect(chooseLanguage(['audit', '--lang=en'], { LANG: 'zh_CN' })).toBe('en');
    expect(chooseLanguage(['audit', '--lang', 'fr'], { LANG: 'zh_CN' })).toBe('zh-CN');
    expect(chooseLanguage(['audit', '--lang'], {})).toBe('en');
  });

  it('comes from the first variable that is set, as in POSIX', () => {
    expect(chooseLanguage([], { LC_ALL: '', LC_MESSAGES: 'ko_KR', LANG: 'zh_CN' })).toBe('ko');
    expect(chooseLanguage([], { LC_ALL: 'C', LANG: 'zh_CN' })).toBe('en');
  });
});
