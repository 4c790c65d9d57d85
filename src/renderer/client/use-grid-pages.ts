import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { errorOf } from './engine-query';

const PAGE = 200;

interface PageAnswer<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

interface PageQuery<Answer> {
  readonly queryKey: readonly unknown[];
  readonly queryFn: () => Promise<Answer>;
}

/**
 * Rows of a big table by page: only pages that are in view are asked for, so a table of a million rows
 * costs what one of a hundred does. `head` is the first page's answer, with the totals of all of them.
 */
export function useGridPages<Row, Answer extends PageAnswer<Row>>(
  queryOf: (page: { readonly offset: number; readonly limit: number }) => PageQuery<Answer>,
) {
  const [range, setRange] = useState({ first: 0, last: 0 });
  const at = (page: number) => queryOf({ offset: page * PAGE, limit: PAGE });
  const first = useQuery({ ...at(0), placeholderData: keepPreviousData });

  const from = Math.floor(range.first / PAGE);
  const to = Math.floor(range.last / PAGE);
  const inView = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const pages = useQueries({ queries: inView.map(at) });

  const rowAt = (index: number): Row | undefined => {
    const page = Math.floor(index / PAGE);
    const answer = page === 0 ? first.data : pages[page - from]?.data;
    return answer?.rows[index - page * PAGE];
  };
  const failed = first.error ?? pages.find((page) => page.error)?.error ?? null;
  return {
    head: first.data,
    total: first.data?.total ?? 0,
    loading: first.isPending,
    error: failed === null ? null : errorOf(failed),
    rowAt,
    setRange,
  };
}
