import { useState } from 'react';

/** The beginning of a list that is all here, and further rows when they are asked for. */
export function useFirstRows<Row>(
  rows: readonly Row[],
  page: number,
  /** At least so many, whatever was asked for. */
  least = 0,
): {
  readonly shown: readonly Row[];
  /** null: all are shown. */
  readonly readOn: (() => void) | null;
} {
  const [pages, setPages] = useState(1);
  const most = Math.max(pages * page, least);
  return {
    shown: rows.length > most ? rows.slice(0, most) : rows,
    readOn: rows.length > most ? () => setPages(pages + 1) : null,
  };
}
