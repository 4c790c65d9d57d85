import { memo } from 'react';
import type { Coverage, CoverageCell } from '../../../shared/contract/coverage';
import { CoverageMark } from '../../components/CoverageMark';
import { formatId } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import type { GridPlace } from './step-in-grid';

/** One application and kind of data through the month. One that stays as it is is not drawn again. */
export const CoverageRow = memo(function CoverageRow({
  row,
  days,
  index,
  height,
  named,
  reachable,
  labelOf,
  onPlace,
  onHover,
}: {
  /** undefined: still on its way; its cells are there, so that the focus has a place to stay at. */
  readonly row: Coverage['rows'][number] | undefined;
  readonly days: readonly CoverageCell['day'][];
  readonly index: number;
  /** Pixels. */
  readonly height: number;
  /** False below a row of the same application: its name is then for screen readers alone. */
  readonly named: boolean;
  /** The column that the Tab key comes to; -1: none of this row. */
  readonly reachable: number;
  readonly labelOf: (cell: CoverageCell) => string;
  readonly onPlace: (place: GridPlace) => void;
  readonly onHover: (place: GridPlace) => void;
}) {
  const { t } = useWords();
  return (
    <tr aria-rowindex={index + 2} aria-busy={row === undefined} style={{ height }}>
      <th scope="row" className="coverage-app">
        {row &&
          (named ? (
            (row.appName ?? formatId(row.sdkAppId))
          ) : (
            <span className="visually-hidden">{formatId(row.sdkAppId)}</span>
          ))}
      </th>
      <th scope="row" className="coverage-kind">
        {row && t(`coverage:kinds/${row.kind}`)}
      </th>
      {days.map((day, column) => {
        const cell = row?.cells[column];
        return (
          <td
            key={day}
            role="gridcell"
            data-place={`${index}/${column}`}
            data-status={cell?.status}
            tabIndex={column === reachable ? 0 : -1}
            aria-label={cell ? labelOf(cell) : t('loading')}
            onFocus={() => onPlace({ row: index, column })}
            onMouseEnter={() => onHover({ row: index, column })}
          >
            {cell && <CoverageMark status={cell.status} />}
          </td>
        );
      })}
    </tr>
  );
});
