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
  marks,
  ...chart
}: {
  readonly days: readonly BurnDownDay[];
  readonly marks: readonly DayMark[];
  readonly label: string;
  readonly appearance: string;
  readonly onDrawn?: (chart: DrawnChart) => void;
}) {
  const option = useCallback(
    (colours: ChartColours) => burnDownOption(days, marks, colours, formatQuantity),
    [days, marks],
  );
  return <Chart option={option} height={HEIGHT} {...chart} />;
}
