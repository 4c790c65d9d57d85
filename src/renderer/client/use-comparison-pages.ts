import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ComparisonFilter, ComparisonRow } from '../../shared/contract/audits';
import type { Input } from '../../shared/contract/contract';
import { ask, errorOf, queryKeyOf } from './engine-query';

const PAGE = 200;

export type ComparisonSort = Input<'audits.comparisons'>['sort'];

/**
 * The differences of a run by page: only pages that are in view are asked for, so a table of a million
 * rows costs what one of a hundred does.
 */
export function useComparisonPages(runId: number, filter: ComparisonFilter, sort: ComparisonSort) {
  const [range, setRange] = useState({ first: 0, last: 0 });
  const inputOf = (page: number) => ({ runId, filter, sort, offset: page * PAGE, limit: PAGE });
  const first = useQuery({
    queryKey: queryKeyOf('audits.comparisons', inputOf(0)),
    queryFn: () => ask('audits.comparisons', inputOf(0)),
    placeholderData: keepPreviousData,
  });

  const from = Math.floor(range.first / PAGE);
  const to = Math.floor(range.last / PAGE);
  const inView = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const pages = useQueries({
    queries: inView.map((page) => ({
      queryKey: queryKeyOf('audits.comparisons', inputOf(page)),
      queryFn: () => ask('audits.comparisons', inputOf(page)),
    })),
  });

  const rowAt = (index: number): ComparisonRow | undefined => {
    const page = Math.floor(index / PAGE);
    const answer = page === 0 ? first.data : pages[page - from]?.data;
    return answer?.rows[index - page * PAGE];
  };
  const failed = first.error ?? pages.find((page) => page.error)?.error ?? null;
  return {
    total: first.data?.total ?? 0,
    difference: first.data?.difference ?? '0',
    loading: first.isPending,
    error: failed === null ? null : errorOf(failed),
    rowAt,
    setRange,
  };
}
