import { useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { EngineError } from '../../shared/contract/error';
import { errorOf } from './engine-query';

/** Rows asked for at once. */
export const PAGE = 200;

/** A page is asked for when the rows in view are so near to it: it is there when they reach it. */
const AHEAD = 100;

export interface PageAnswer<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

export interface PageQuery<Answer> {
  readonly queryKey: readonly unknown[];
  readonly queryFn: () => Promise<Answer>;
}

/** A table of which rows can be asked for by page. */
export interface PagedRows<Row, Answer extends PageAnswer<Row> = PageAnswer<Row>> {
  /** The question for a page, counted from 0. */
  readonly at: (page: number) => PageQuery<Answer>;
  readonly enabled: boolean;
  /** The first page as it is on show. */
  readonly first: Answer | undefined;
}

export interface RowsInView<Row> {
  /** undefined: that row is still on its way. */
  readonly rowAt: (index: number) => Row | undefined;
  /** To be told which rows are in view. */
  readonly setRange: (range: { readonly first: number; readonly last: number }) => void;
  /** Why a page did not come. */
  readonly error: EngineError | null;
}

/** Asks for the pages that are in view, and draws anew whoever uses it when one comes. */
export function useRowsInView<Row>({ at, enabled, first }: PagedRows<Row>): RowsInView<Row> {
  const [pagesInView, setPagesInView] = useState({ from: 0, to: 0 });
  // Most steps of scrolling stay on the same pages, and nothing is drawn anew for them.
  const setRange = useCallback((range: { readonly first: number; readonly last: number }) => {
    const from = Math.floor(Math.max(0, range.first - AHEAD) / PAGE);
    const to = Math.floor((range.last + AHEAD) / PAGE);
    setPagesInView((before) => (before.from === from && before.to === to ? before : { from, to }));
  }, []);
  const { from } = pagesInView;
  const total = first?.total ?? 0;
  const to = Math.max(from, Math.min(pagesInView.to, Math.ceil(total / PAGE) - 1));
  const inView = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const pages = useQueries({ queries: enabled ? inView.map(at) : [] });

  const rowAt = (index: number): Row | undefined => {
    const page = Math.floor(index / PAGE);
    const answer = page === 0 ? first : pages[page - from]?.data;
    return answer?.rows[index - page * PAGE];
  };
  const failed = pages.find((page) => page.error)?.error ?? null;
  return { rowAt, setRange, error: failed === null ? null : errorOf(failed) };
}
