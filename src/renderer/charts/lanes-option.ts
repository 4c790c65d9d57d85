import type { DayMark } from './day-marks';
import type { ChartColours } from './chart-colours';
import { dayMarks } from './day-marks';
import type { EChartsOption } from './echarts-core';
import { hatch } from './hatch';

/** One balance on its way down. */
export interface BalanceLane {
  readonly name: string;
  /** Below the name: what it held before and after. */
  readonly note: string;
  /** Minutes it held when it was whole: the top of the lane. */
  readonly size: number;
  /** Minutes at the end of each day of the axis; null: it could not be used that day. */
  readonly left: readonly (number | null)[];
  readonly marks: readonly DayMark[];
}

/** What covered the use of each day, in minutes of use. */
export interface UseLane {
  readonly name: string;
  readonly covered: { readonly name: string; readonly values: readonly number[] };
  /** null: charges stand for more than a day. */
  readonly charged: { readonly name: string; readonly values: readonly number[] } | null;
}

const TOP = 24;
const LANE = 86;
const LANE_PLOT = 54;
const USE_PLOT = 84;
const BOTTOM = 24;
/** Left of the lanes: names, and the numbers of the axes. */
const GUTTER = { wide: 208, narrow: 150, numbers: 62 };
const NARROW = 620;

/** Pixels that so many balances and the use below them take. */
export function lanesHeight(lanes: number): number {
  return lanes * LANE + TOP + USE_PLOT + BOTTOM;
}

/** Balances one below the other over the same days, each from zero to full, and below them what covered the use. */
export function lanesOption(
  days: readonly string[],
  lanes: readonly BalanceLane[],
  use: UseLane,
  colours: ChartColours,
  width: number,
  written: (minutes: number) => string,
): EChartsOption {
  const gutter = width < NARROW ? GUTTER.narrow : GUTTER.wide;
  const topOf = (index: number) => TOP + index * LANE;
  const last = lanes.length;
  const plots = [...lanes.map(() => LANE_PLOT), USE_PLOT];
  const name = { fontSize: 12, fontWeight: 600, color: colours.ink } as const;
  const clipped = { width: gutter - GUTTER.numbers, overflow: 'truncate' } as const;
  const nameAt = (index: number) => ({ left: 0, top: topOf(index) - 6, padding: 0, itemGap: 5 });
  const square = (colour: string) => ({ color: colour, fontSize: 13 });
  return {
    animation: false,
    textStyle: { fontFamily: colours.font },
    title: [
      ...lanes.map((lane, index) => ({
        ...nameAt(index),
        text: lane.name,
        subtext: lane.note,
        textStyle: { ...name, ...clipped },
        subtextStyle: { fontSize: 11, color: colours.muted, ...clipped },
      })),
      {
        ...nameAt(last),
        text: use.name,
        subtext: [
          `{covered|■} ${use.covered.name}`,
          ...(use.charged ? [`{charged|▨} ${use.charged.name}`] : []),
        ].join('\n'),
        textStyle: { ...name, ...clipped },
        subtextStyle: {
          fontSize: 11,
          lineHeight: 17,
          color: colours.muted,
          rich: { covered: square(colours.accent), charged: square(colours.attention) },
        },
      },
    ],
    grid: plots.map((height, index) => ({
      left: gutter,
      right: 14,
      top: topOf(index),
      height,
    })),
    xAxis: plots.map((_, index) => ({
      type: 'category' as const,
      gridIndex: index,
      data: [...days],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.rule } },
      axisLabel: {
        show: index === last,
        color: colours.muted,
        fontSize: 11,
        hideOverlap: true,
        formatter: (day: string) => day.slice(5),
      },
    })),
    yAxis: plots.map((_, index) => {
      const size = lanes[index]?.size;
      return {
        type: 'value' as const,
        gridIndex: index,
        min: 0,
        ...(size === undefined ? { splitNumber: 2 } : { max: size, interval: size || 1 }),
        axisLabel: { color: colours.muted, fontSize: 11, formatter: written },
        splitLine: { lineStyle: { color: colours.rule, opacity: 0.4 } },
      };
    }),
    series: [
      ...lanes.map((lane, index) => ({
        type: 'line' as const,
        xAxisIndex: index,
        yAxisIndex: index,
        step: 'end' as const,
        symbol: 'none',
        silent: true,
        lineStyle: { color: colours.accent, width: 2 },
        areaStyle: { color: colours.accent, opacity: 0.12 },
        data: [...lane.left],
        markLine: dayMarks(lane.marks, days, colours),
      })),
      ...[
        { part: use.covered, item: { color: colours.accent } },
        { part: use.charged, item: { color: colours.attention, decal: hatch(colours.surface) } },
      ].flatMap(({ part, item }) =>
        part === null
          ? []
          : [
              {
                type: 'bar' as const,
                name: part.name,
                stack: 'use',
                silent: true,
                xAxisIndex: last,
                yAxisIndex: last,
                barCategoryGap: '24%',
                itemStyle: item,
                data: [...part.values],
              },
            ],
      ),
    ],
  };
}
