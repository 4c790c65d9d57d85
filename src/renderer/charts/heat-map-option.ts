import type { ChartColours } from './chart-colours';
import type { EChartsOption } from './echarts-core';
import { textWidth } from './text-width';

/** One day of one line of the map. `value` shades the field; the first of `labels` that has room is printed in it. */
export interface HeatField {
  readonly day: number;
  readonly line: number;
  readonly value: number;
  /** The sum of many lines: it is no darker than the largest single one, or all others would be pale beside it. */
  readonly rest?: boolean;
  /** The same number, from all its digits to few. */
  readonly labels: readonly string[];
}

/** Larger units that all fields can be printed in where some have no room for a label of their own. */
export interface HeatUnit {
  readonly label: (value: number) => string;
  /** Printed over the map: which unit it is. */
  readonly said: string;
}

const FONT = 10;
/** Pixels that the names of the lines take at most. */
const NAMES = 120;
/** Pixels over the map that the unit takes. */
const UNIT_LINE = 18;
/** Pixels between a label and the border of its field. */
const AIR = 1;

const DARKEST = 2;

/**
 * Days across, applications (or whatever `lines` are) down, the darker the more. Each field carries its own
 * number where there is room, in short where there is little, so that the shade is never alone in saying it. Where the
 * short form has no room either, all are in the smallest of `units` that has, and the map says which.
 */
export function heatMapOption(
  days: readonly string[],
  lines: readonly string[],
  fields: readonly HeatField[],
  colours: ChartColours,
  width: number,
  units: readonly HeatUnit[] = [],
): EChartsOption {
  const single = fields.filter(({ rest }) => !rest);
  const most = Math.max(1, ...(single.length > 0 ? single : fields).map(({ value }) => value));
  const room = (width - NAMES) / days.length - 2 * AIR;
  const fits = (text: string) => textWidth(text, FONT) <= room;
  const printed = fields.filter(({ labels }) => labels.length > 0);
  const unit = printed.every(({ labels }) => labels.some(fits))
    ? undefined
    : units.find(({ label }) => printed.every(({ value }) => fits(label(value))));
  const textOf = ({ labels, value }: HeatField) =>
    labels.length === 0 ? '' : (unit?.label(value) ?? labels.find(fits) ?? '');
  return {
    animation: false,
    textStyle: { fontFamily: colours.font },
    ...(unit && {
      title: {
        text: unit.said,
        right: 4,
        top: 0,
        padding: 0,
        textStyle: { fontSize: 11, fontWeight: 'normal', color: colours.muted },
      },
    }),
    grid: { left: 4, right: 4, top: unit ? UNIT_LINE : 4, bottom: 4, containLabel: true },
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
        data: fields.map((field) => ({
          value: [field.day, field.line, Math.min(field.value, most)],
          label: { formatter: textOf(field) },
        })),
      },
    ],
  };
}
