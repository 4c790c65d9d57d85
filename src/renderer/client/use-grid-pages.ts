import { useQueries, useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { errorOf } from './engine-query';
import { PAGE, type PageAnswer, type PagedRows, type PageQuery } from './use-rows-in-view';

/**
 * Rows of a big table by page: only pages that are in view are asked for, so a table of a million rows costs what one
 * of a hundred does. `head` is the first page's answer, with the totals of all of them. It stays on show while the next
 * one is on its way, where `stays` says of the earlier question that its rows are of the same kind.
 *
 * Whoever draws the rows asks for those in view (`useRowsInView(paged)`); whoever uses this is drawn anew for the first
 * page and for those around `near`, and for no other: what stands around a table is no part of its scrolling.
 */
export function useGridPages<Row, Answer extends PageAnswer<Row>>(
  queryOf: (page: { readonly offset: number; readonly limit: number }) => PageQuery<Answer>,
  {
    enabled = true,
    stays = () => true,
    near = -1,
  }: {
    /** False: nothing is asked, since nobody looks. */
    readonly enabled?: boolean;
    readonly stays?: (earlier: QueryKey) => boolean;
    /** The row that something around the table is about, counted from 0; -1: none. */
    readonly near?: number;
  } = {},
) {
  const client = useQueryClient();
  const at = (page: number) => queryOf({ offset: page * PAGE, limit: PAGE });
  const first = useQuery({
    ...at(0),
    enabled,
    placeholderData: <Kept>(answer: Kept | undefined, earlier?: { queryKey: QueryKey }) =>
      earlier && stays(earlier.queryKey) ? answer : undefined,
  });
  const total = first.data?.total ?? 0;
  const nearby = [...new Set([near - 1, near, near + 1].map((row) => Math.floor(row / PAGE)))];
  const later = nearby.filter((page) => page > 0 && page * PAGE < total);
  useQueries({ queries: enabled && near >= 0 ? later.map(at) : [] });

  const paged: PagedRows<Row, Answer> = { at, enabled, first: first.data };
  return {
    head: first.data,
    total,
    loading: first.isPending,
    /** What is shown is of the question before; the answer to this one is on its way. */
    renewing: first.isPlaceholderData,
    error: first.error === null ? null : errorOf(first.error),
    /** As far as it is there. */
    rowAt: (index: number): Row | undefined => {
      const page = Math.floor(index / PAGE);
      const answer = page === 0 ? first.data : client.getQueryData<Answer>(at(page).queryKey);
      return answer?.rows[index - page * PAGE];
    },
    paged,
  };
}
