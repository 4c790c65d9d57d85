import { useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { MethodName } from '../../shared/contract/contract';

interface PageOf<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

/** What was read of a list so far; `first` holds what the engine says beside the rows. */
export interface PagesRead<Page, Row> {
  readonly first: Page | undefined;
  readonly rows: readonly Row[];
  readonly total: number;
  /** Reads the next page; null where all was read. */
  readonly readOn: (() => void) | null;
  readonly query: Pick<UseInfiniteQueryResult, 'isPending' | 'isError' | 'error'>;
}

/**
 * A list that the engine answers in pages of `size` (at most 1,000), read on as far as somebody asks. `key`
 * begins with the method, so that what was read is asked again when its area changes.
 */
export function usePages<Row, Page extends PageOf<Row>>(
  key: readonly [MethodName, ...unknown[]],
  size: number,
  fetch: (page: { readonly offset: number; readonly limit: number }) => Promise<Page & PageOf<Row>>,
): PagesRead<Page, Row> {
  const query = useInfiniteQuery({
    queryKey: [...key, 'pages', size],
    queryFn: ({ pageParam }) => fetch({ offset: pageParam, limit: size }),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) =>
      pages.length * size < total ? pages.length * size : undefined,
  });
  const pages = query.data?.pages ?? [];
  return {
    first: pages[0],
    rows: pages.flatMap(({ rows }) => rows),
    total: pages.at(-1)?.total ?? 0,
    readOn: query.hasNextPage ? () => void query.fetchNextPage() : null,
    query,
  };
}
