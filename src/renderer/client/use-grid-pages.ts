import { useQueries, useQuery, type QueryKey } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { errorOf } from './engine-query';

const PAGE = 200;
/** A page is asked for when the rows in view are so near to it: it is there when they reach it. */
const AHEAD = 100;

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
 * costs what one of a hundred does. `head` is the first page's answer, with the totals of all of them. It stays on
 * show while the next one is on its way, where `stays` says of the earlier question that its rows are of the same kind.
 */
export function useGridPages<Row, Answer extends PageAnswer<Row>>(
  queryOf: (page: { readonly offset: number; readonly limit: number }) => PageQuery<Answer>,
  {
    enabled = true,
    stays = () => true,
  }: {
    /** False: nothing is asked, since nobody looks. */
    readonly enabled?: boolean;
    readonly stays?: (earlier: QueryKey) => boolean;
  } = {},
) {
  const [pagesInView, setPagesInView] = useState({ from: 0, to: 0 });
  // Most steps of scrolling stay on the same pages, and nothing around the rows is drawn anew for them.
  const setRange = useCallback(({ first, last }: { first: number; last: number }) => {
    const from = Math.floor(Math.max(0, first - AHEAD) / PAGE);
    const to = Math.floor((last + AHEAD) / PAGE);
    setPagesInView((before) => (before.from === from && before.to === to ? before : { from, to }));
  }, []);
  const at = (page: number) => queryOf({ offset: page * PAGE, limit: PAGE });
  const first = useQuery({
    ...at(0),
    enabled,
    placeholderData: <Kept>(answer: Kept | undefined, earlier?: { queryKey: QueryKey }) =>
      earlier && stays(earlier.queryKey) ? answer : undefined,
  });

  const { from } = pagesInView;
  const total = first.data?.total ?? 0;
  const to = Math.max(from, Math.min(pagesInView.to, Math.ceil(total / PAGE) - 1));
  const inView = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const pages = useQueries({ queries: enabled ? inView.map(at) : [] });

  const rowAt = (index: number): Row | undefined => {
    const page = Math.floor(index / PAGE);
    const answer = page === 0 ? first.data : pages[page - from]?.data;
    return answer?.rows[index - page * PAGE];
  };
  const failed = first.error ?? pages.find((page) => page.error)?.error ?? null;
  return {
    head: first.data,
    total,
    loading: first.isPending,
    /** What is shown is of the question before; the answer to this one is on its way. */
    renewing: first.isPlaceholderData,
    error: failed === null ? null : errorOf(failed),
    rowAt,
    setRange,
  };
}
