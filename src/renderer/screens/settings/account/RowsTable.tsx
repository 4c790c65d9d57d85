import type { ReactNode } from 'react';
import { MoreRows } from '../../../grids/MoreRows';
import type { PlacedRow } from './rows-in-form';
import type { FormRows } from './use-rows-in-form';

/** A list of the form as a table: the rows as far as they were read on, the way to the next, and those that stand alone. */
export function RowsTable<Row>({
  titles,
  rows,
  line,
  moreTestId,
}: {
  /** Of the columns; behind them stands what takes a row away. */
  readonly titles: readonly string[];
  readonly rows: FormRows<Row>;
  readonly line: (row: PlacedRow<Row>) => ReactNode;
  readonly moreTestId: string;
}) {
  return (
    <table className="ledger account-rows">
      <thead>
        <tr>
          {titles.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>{rows.first.map(line)}</tbody>
      {rows.more.readOn && (
        <tbody>
          <tr>
            <td colSpan={titles.length + 1}>
              <MoreRows {...rows.more} testId={moreTestId} />
            </td>
          </tr>
        </tbody>
      )}
      {rows.further.length > 0 && <tbody>{rows.further.map(line)}</tbody>}
    </table>
  );
}
