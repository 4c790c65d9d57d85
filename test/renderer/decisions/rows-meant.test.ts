import { describe, expect, it } from 'vitest';
import { rowsMeant } from '../../../src/renderer/decisions/rows-meant';
import { SELECTED_IDS_LIMIT } from '../../../src/shared/contract/selections';

const FILTER = { onlyDiscrepancies: true };
const MANY = SELECTED_IDS_LIMIT + 90_080;
const meant = (more: Partial<Parameters<typeof rowsMeant>[0]>) =>
  rowsMeant({ scope: 'chosen', filter: FILTER, total: MANY, count: 0, chosen: [], ...more });

describe('the rows that a decision is about', () => {
  it('are those that are listed', () => {
    expect(meant({ count: 2, chosen: ['a', 'b'] })).toEqual({
      rows: { ids: ['a', 'b'] },
      byFilter: false,
      tooMany: false,
    });
  });

  it('are every row of the filter where that was said', () => {
    expect(meant({ scope: 'all', count: 1, chosen: ['a'] })).toEqual({
      rows: { filter: FILTER },
      byFilter: true,
      tooMany: false,
    });
  });

  it('are every row of the filter where all are chosen and too many to list', () => {
    expect(meant({ count: MANY, chosen: null })).toEqual({
      rows: { filter: FILTER },
      byFilter: true,
      tooMany: false,
    });
  });

  it('cannot be named where there are too many and not all', () => {
    expect(meant({ count: MANY - 1, chosen: null })).toEqual({
      rows: null,
      byFilter: false,
      tooMany: true,
    });
  });

  it('are none yet while a list that is short enough is on its way', () => {
    expect(meant({ count: SELECTED_IDS_LIMIT, chosen: null })).toEqual({
      rows: null,
      byFilter: false,
      tooMany: false,
    });
  });
});
