import type { ChartColours } from './chart-colours';
import { dayMarks, type DayMark } from './day-marks';
import type { EChartsOption } from './echarts-core';

export interface BurnDownDay {
  readonly day: string;
  /** Minutes at the end of the day. */
  readonly left: number;
}

/**
 * What a trial or package held at the end of each day, as steps: nothing is drawn between two days. The
 * axis begins at zero, since the way to zero is what is looked at.
 */
export function burnDownOption(
  days: readonly BurnDownDay[],
  /** What it held before the first of these days, where that day drew from it: a dot, or the first draw would not show. */
  before: number | null,
  marks: readonly DayMark[],
  colours: ChartColours,
  count: (value: number) => string,
): EChartsOption {
  return {
    animation: false,
    textStyle: { fontFamily: colours.font },
    grid: { left: 4, right: 16, top: 28, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: days.map(({ day }) => day),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.rule } },
      axisLabel: { color: colours.muted, fontSize: 11, formatter: (day: string) => day.slice(5) },
    },
    yAxis: {
      type: 'value',
      min: 0,
      axisLabel: { color: colours.muted, fontSize: 11, formatter: count },
      splitLine: { lineStyle: { color: colours.rule, opacity: 0.4 } },
    },
    series: [
      {
        type: 'line',
        step: 'end',
        symbol: 'none',
        silent: true,
        lineStyle: { color: colours.accent, width: 2 },
        data: days.map(({ left }) => left),
        markLine: dayMarks(
          marks,
          days.map(({ day }) => day),
          colours,
        ),
      },
      ...(before === null
        ? []
        : [
            {
              type: 'line' as const,
              symbol: 'circle',
              symbolSize: 7,
              silent: true,
              itemStyle: {
                color: colours.surface,
                borderColor: colours.accent,
                borderWidth: 2,
              },
              data: [before],
            },
          ]),
    ],
  };
}
