import { describe, expect, it } from 'vitest';
import { FindingsTable } from '../../../src/renderer/screens/overview/FindingsTable';
import { PriceBooks } from '../../../src/renderer/screens/prices/PriceBooks';
import { DerivedFacts } from '../../../src/renderer/screens/settings/DerivedFacts';
import { createI18n } from '../../../src/renderer/i18n/i18n';
import { LANGUAGES } from '../../../src/shared/contract/languages';
import { golden } from '../../support/golden-answers';
import { drawn, rowsOf, textOf, UNWRITTEN } from './drawn';

const findings = golden('audits.findings');
const difference = golden('audits.latest')?.totals.difference ?? '';
const { derived } = golden('account.get');
const { books } = golden('prices.books');

describe.each(LANGUAGES)('in %s', (language) => {
  it('each finding is named, proved by its sentence, and signed; their sum is the difference', async () => {
    const { t } = await createI18n(language);
    const page = await drawn(
      <FindingsTable findings={findings} difference={difference} />,
      language,
    );
    const rows = rowsOf(page);
    expect(rows).toHaveLength(findings.length + 1);
    for (const [index, { cause, items, from, amount, example }] of findings.entries()) {
      const row = rows[index] ?? '';
      expect(row).toContain(t(`terms:causes/${cause}`));
      for (const item of items) expect(row).toContain(t(`terms:items/${item}`));
      expect(row).toContain(from);
      // Every example of the sample month is proved: put right, nothing remains.
      expect(example.evidence?.params['remainingAmount']).toBe('0');
      expect(row).toContain('0.00');
      expect(row.includes(amount.startsWith('-') ? '−' : '+')).toBe(true);
      expect(row).not.toMatch(UNWRITTEN);
    }
    expect(rows.at(-1)).toContain('+165.9568');
  });

  it('each derived fact has a name, a value in words and a reason', async () => {
    const rows = rowsOf(await drawn(<DerivedFacts derived={derived} />, language));
    expect(rows).toHaveLength(derived.length);
    for (const row of rows) expect(row).not.toMatch(UNWRITTEN);
    const { t } = await createI18n(language);
    const settlement = rows[derived.findIndex(({ fact }) => fact === 'settlement')] ?? '';
    expect(settlement).toContain(t('terms:settlement/daily'));
    expect(settlement).toContain('2020-09-01');
    const trial = rows[derived.findIndex(({ fact }) => fact === 'trial')] ?? '';
    expect(trial).toContain('10,000');
    // The provider's words are quoted as they are, whatever the language.
    expect(rows.at(-1)).toContain('24 h to top up, then stopped; running sessions are charged');
  });

  it('the price books of a site: the built-in one, in use, sound, by its hash', async () => {
    const { t } = await createI18n(language);
    const [heading, ...rows] = rowsOf(
      await drawn(<PriceBooks site="intl" />, language, ['prices.books']),
    );
    expect(heading).toContain(t('price-compare:books/latest'));
    expect(rows).toHaveLength(1);
    const book = books.find(({ site }) => site === 'intl');
    for (const said of [
      t('price-compare:books/builtIn'),
      t('price-compare:books/inUse'),
      t('price-compare:books/sound'),
      String(book?.prices),
      book?.latest ?? '-',
      book?.hash.slice(0, 19) ?? '-',
    ])
      expect(rows[0]).toContain(said);
  });
});

describe('a book with faults', () => {
  it('counts them and says each in a sentence', async () => {
    const own = {
      ...books[0],
      kind: 'own' as const,
      fileName: 'mine.json',
      faults: [{ code: 'ratio-zero' as const, params: { item: 'av.hd', from: '2023-06-01' } }],
    };
    const page = await drawn(<PriceBooks site="cn" />, 'en', ['prices.books'], {
      'prices.books': { books: [own] },
    });
    const text = textOf(page);
    expect(text).toContain('mine.json');
    expect(text).toContain('1 fault');
    expect(text).toContain('The package ratio of HD video duration from 2023-06-01 is 0.');
  });
});
