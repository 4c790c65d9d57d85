import { describe, expect, it } from 'vitest';
import { nothingHere } from '../../../../src/renderer/screens/differences/nothing-here';
import type { Words } from '../../../../src/renderer/i18n/use-words';
import type { ComparisonFilter } from '../../../../src/shared/contract/audits';

const words: Words = {
  language: 'en',
  t: (key) => key,
  term: (_group, id) => id,
  sentence: (_space, code) => code,
  error: ({ code }) => code,
};

const said = (filter: ComparisonFilter) => {
  let next: ComparisonFilter | null = null;
  const { title, action } = nothingHere(filter, words, (chosen) => {
    next = chosen;
  });
  action?.run();
  return { title, next };
};

describe('where no difference is shown', () => {
  it.each<ComparisonFilter>([
    { onlyDiscrepancies: true },
    { onlyDiscrepancies: true, cause: [], text: '' },
    { onlyDiscrepancies: true, text: undefined },
  ])('a month that agrees says so and offers what agrees: %j', (filter) => {
    expect(said(filter)).toEqual({
      title: 'differences/agreeTitle',
      next: { onlyDiscrepancies: false },
    });
  });

  it.each<ComparisonFilter>([
    { onlyDiscrepancies: true, text: 'zzzz' },
    { onlyDiscrepancies: true, sdkAppId: [null] },
    { onlyDiscrepancies: false, cause: ['old-price'] },
  ])('a filter that leaves nothing over can be taken off: %j', (filter) => {
    const { onlyDiscrepancies } = filter;
    expect(said(filter)).toEqual({ title: 'differences/noneTitle', next: { onlyDiscrepancies } });
  });
});
