import { PART_COLOURS, type ChartColours } from './chart-colours';
import type { EChartsOption } from './echarts-core';

/** One kind of use over the days; null is what is left together. */
export interface StackedPart {
  readonly name: string;
  readonly rest: boolean;
  /** Minutes, one for each day of the axis. */
  readonly values: readonly number[];
}

/** Use by day (or month) in stacked bars, the sum of each above it. `written` writes minutes, `axisText` days. */
export function stackedOption(
  days: readonly string[],
  parts: readonly StackedPart[],
  colours: ChartColours,
  width: number,
  written: (minutes: number) => string,
  axisText: (day: string) => string = (day) => day.slice(5),
): EChartsOption {
  const sums = days.map((_, day) => parts.reduce((sum, { values }) => sum + (values[day] ?? 0), 0));
  const roomy = width / days.length > 44;
  return {
    animation: false,
    textStyle: { fontFamily: colours.font },
    legend: {
      top: 0,
      left: 0,
      itemWidth: 10,
      itemHeight: 10,
      textStyle: { color: colours.ink, fontSize: 11 },
    },
    grid: { left: 4, right: 8, top: 46, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: [...days],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.rule } },
      axisLabel: { color: colours.muted, fontSize: 11, formatter: axisText },
    },
    yAxis: {
      type: 'value',
      axisLabel: { color: colours.muted, fontSize: 11, formatter: written },
      splitLine: { lineStyle: { color: colours.rule, opacity: 0.4 } },
    },
    series: [
      ...parts.map((part, index) => ({
        type: 'bar' as const,
        name: part.name,
        stack: 'day',
        silent: true,
        barCategoryGap: '24%',
        itemStyle: {
          color: part.rest
            ? colours.total
            : (PART_COLOURS[index % PART_COLOURS.length] ?? colours.accent),
          borderColor: colours.surface,
          borderWidth: 0.5,
        },
        data: [...part.values],
      })),
      {
        type: 'line' as const,
        silent: true,
        // Without a symbol there is no label.
        symbol: 'circle',
        symbolSize: 1,
        itemStyle: { color: 'transparent' },
        lineStyle: { width: 0 },
        label: {
          show: roomy,
          position: 'top' as const,
          color: colours.ink,
          fontSize: 10,
          formatter: ({ dataIndex }: { dataIndex: number }) => written(sums[dataIndex] ?? 0),
        },
        showSymbol: true,
        data: sums,
      },
    ],
  };
}
