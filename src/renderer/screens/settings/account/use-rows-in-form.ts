import { useState } from 'react';
import { useByFrames } from '../../../components/grid/use-by-frames';
import { useFormProblems } from './form-problems';
import { rowsInForm, wrongRows, type RowsInForm } from './rows-in-form';

/** So many rows a frame: fields take long to style and to lay out. */
const BY_FRAME = 4;

/** The rows of a list of the form that are drawn, and the way to more of them. */
export interface FormRows<Row> extends RowsInForm<Row> {
  readonly more: {
    readonly shown: number;
    readonly total: number;
    /** null: all of the list is there. */
    readonly readOn: (() => void) | null;
  };
  /** The row of this key was added: it stays there. */
  readonly keep: (key: string) => void;
}

/**
 * The rows of a list of the form that are drawn: `page` of them at a time, a few each frame, and beyond them those that
 * are wrong or were just added. An account may state thousands.
 */
export function useRowsInForm<Row extends { readonly key: string }>(
  rows: readonly Row[],
  list: string,
  page: number,
): FormRows<Row> {
  const problems = useFormProblems();
  const [pages, setPages] = useState(1);
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set());
  const due = Math.min(rows.length, pages * page);
  const drawn = useByFrames(due, BY_FRAME, due);
  const { first, further } = rowsInForm(rows, due, wrongRows(problems, list), added);
  const left = rows.length - first.length - further.length;
  return {
    first: first.filter(({ row, index }) => index < drawn || added.has(row.key)),
    further,
    more: {
      shown: rows.length - left,
      total: rows.length,
      readOn: left > 0 ? () => setPages(pages + 1) : null,
    },
    keep: (key) => setAdded((before) => new Set(before).add(key)),
  };
}
