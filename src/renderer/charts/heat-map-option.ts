import type { ChartColours } from './chart-colours';
import type { EChartsOption } from './echarts-core';
import { textWidth } from './text-width';

/** One day of one line of the map. `value` shades the field; the first of `labels` that has room is printed in it. */
export interface HeatField {
  readonly day: number;
  readonly line: number;
  readonly value: number;
  /** The same number, from all its digits to few. */
  readonly labels: readonly string[];
}

const FONT = 10;
/** Pixels that the names of the lines take at most. */
const NAMES = 120;
/** Pixels between a label and the border of its field. */
const AIR = 1;

const DARKEST = 2;

/**
 * Days across, applications (or whatever `lines` are) down, the darker the more. Each field carries its own
 * number where there is room, in short where there is little, so that the shade is never alone in saying it.
 */
export function heatMapOption(
  days: readonly string[],
  lines: readonly string[],
  fields: readonly HeatField[],
  colours: ChartColours,
  width: number,
): EChartsOption {
  const most = Math.max(1, ...fields.map(({ value }) => value));
  const room = (width - NAMES) / days.length - 2 * AIR;
  return {
    animation: false,
    textStyle: { fontFamily: colours.font },
    grid: { left: 4, right: 4, top: 4, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: [...days],
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { color: colours.muted, fontSize: 11, formatter: (day: string) => day.slice(8) },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...lines],
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { color: colours.ink, fontSize: 11, width: 110, overflow: 'truncate' },
    },
    visualMap: {
      show: false,
      min: 0,
      // The darkest field stays half way to the accent, so that ink is read on every one.
      max: most * DARKEST,
      inRange: { color: [colours.surface, colours.accent] },
    },
    series: [
      {
        type: 'heatmap',
        silent: true,
        itemStyle: { borderColor: colours.rule, borderWidth: 0.5 },
        label: { show: true, fontSize: FONT, color: colours.ink },
        data: fields.map(({ day, line, value, labels }) => ({
          value: [day, line, value],
          label: { formatter: labels.find((text) => textWidth(text, FONT) <= room) ?? '' },
        })),
      },
    ],
  };
}
