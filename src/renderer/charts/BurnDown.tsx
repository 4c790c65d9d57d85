import { useCallback } from 'react';
import { formatQuantity } from '../format/decimal-text';
import { burnDownOption, type BurnDownDay } from './burn-down-option';
import type { DayMark } from './day-marks';
import { Chart, type DrawnChart } from './Chart';
import type { ChartColours } from './chart-colours';

const HEIGHT = 260;

/** A balance on its way down; the table beside it says the same to those who do not see it. */
export function BurnDown({
  days,
  before,
  marks,
  ...chart
}: {
  readonly days: readonly BurnDownDay[];
  /** What it held before the first of these days; null: as at its end. */
  readonly before: number | null;
  readonly marks: readonly DayMark[];
  readonly label: string;
  readonly appearance: string;
  readonly onDrawn?: (chart: DrawnChart) => void;
}) {
  const option = useCallback(
    (colours: ChartColours) => burnDownOption(days, before, marks, colours, formatQuantity),
    [days, before, marks],
  );
  return <Chart option={option} height={HEIGHT} {...chart} />;
}
