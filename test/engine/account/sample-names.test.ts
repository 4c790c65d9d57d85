import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleAccountIn } from '../../../src/main/engine/account/sample-names';
import { readAccount } from '../../../src/shared/account/account-file';
import { LANGUAGES } from '../../../src/shared/contract/languages';

const SAMPLE = join(import.meta.dirname, '../../../resources/sample-month');
const accountText = readFileSync(join(SAMPLE, 'account.json'), 'utf8');
const namesText = readFileSync(join(SAMPLE, 'names.json'), 'utf8');

function accountOf(text: string) {
  const read = readAccount(text);
  if (!read.ok) throw new Error(JSON.stringify(read));
  return read.value;
}

const written = accountOf(accountText);
const inLanguage = (language: (typeof LANGUAGES)[number]) =>
  accountOf(sampleAccountIn(language, accountText, namesText));

describe('the sample account in a language', () => {
  it.each(LANGUAGES)('names everything that has a name: %s', (language) => {
    const { name, apps, packages, contract } = inLanguage(language);
    const texts = [
      name,
      ...apps.map((app) => app.name),
      ...packages.map((pack) => pack.name),
      ...contract.map(({ reference }) => reference),
    ];
    const own = { en: /^[ -~]+$/, 'zh-CN': /\p{Script=Han}/u, ko: /\p{Script=Hangul}/u }[language];
    for (const text of texts) expect(text).toMatch(own);
    expect(texts).toHaveLength(6);
  });

  it.each(LANGUAGES)('is the same account but for its names: %s', (language) => {
    const account = inLanguage(language);
    expect({
      ...account,
      name: written.name,
      apps: account.apps.map((app, index) => ({ ...app, name: written.apps[index]?.name })),
      packages: account.packages.map((pack, index) => ({
        ...pack,
        name: written.packages[index]?.name,
      })),
      contract: account.contract.map((term, index) => ({
        ...term,
        reference: written.contract[index]?.reference,
      })),
    }).toEqual(written);
  });
});
