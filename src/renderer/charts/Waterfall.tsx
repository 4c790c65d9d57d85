import { useCallback } from 'react';
import { Chart, type DrawnChart } from './Chart';
import type { ChartColours } from './chart-colours';
import { waterfallOption, type WaterfallBar } from './waterfall-option';

/** The bridge as a picture; its table twin beside it says the same to those who do not see it. */
export function Waterfall({
  bars,
  ...chart
}: {
  readonly bars: readonly WaterfallBar[];
  readonly label: string;
  readonly appearance: string;
  readonly height: number;
  readonly onDrawn?: (chart: DrawnChart) => void;
}) {
  const option = useCallback(
    (colours: ChartColours, width: number) => waterfallOption(bars, colours, width),
    [bars],
  );
  return <Chart option={option} {...chart} />;
}
