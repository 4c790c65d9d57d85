import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { expect, it } from 'vitest';
import { IssueList } from '../../../src/renderer/issues/IssueList';
import { createI18n } from '../../../src/renderer/i18n/i18n';
import { LANGUAGES } from '../../../src/shared/contract/languages';
import type { Issue } from '../../../src/shared/issue';
import { textOf } from '../golden/drawn';

const blank = (line: number): Issue => ({
  severity: 'note',
  code: 'rows-blank',
  params: { count: line },
  origin: { file: 'usage.csv', line },
});
const identical: Issue = { severity: 'warning', code: 'rows-identical', params: { count: 2 } };
const REST = { en: '97 more of this kind', 'zh-CN': '97', ko: '97' };

it.each(LANGUAGES)('a list of issues tells each kind, in %s', async (language) => {
  const issues = [...Array.from({ length: 100 }, (_, index) => blank(index + 1)), identical];
  const page = renderToStaticMarkup(
    <I18nextProvider i18n={await createI18n(language)}>
      <IssueList issues={issues} place={({ file, line }) => `${file}:${line ?? ''}`} />
    </I18nextProvider>,
  );
  const rows = [...page.matchAll(/<li.*?<\/li>/g)].map(([row]) => textOf(row));
  expect(rows).toHaveLength(5);
  expect(rows[2]).toContain('usage.csv:3');
  expect(rows[3]).toContain(REST[language]);
  expect(page).toContain('aria-expanded="false"');
  expect(rows[4]).toContain('2');
  expect(page).not.toMatch(/issues:|undefined|\{\{/);
});
