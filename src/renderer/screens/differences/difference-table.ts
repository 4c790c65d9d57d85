import type { ReactNode } from 'react';
import type { GridScreenProps } from '../../grids/GridScreen';

/** The differences as a table, row by row or in groups, without what stands over both. */
export interface DifferenceTable<Row, SortKey extends string> extends Omit<
  GridScreenProps<Row, SortKey>,
  'filters' | 'views'
> {
  /** What can be done with the chosen rows, below the filters. */
  readonly bar: ReactNode;
}
