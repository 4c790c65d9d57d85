import type { ChartColours } from './chart-colours';
import type { EChartsOption } from './echarts-core';

/** One amount as it is drawn and as it is printed. */
export interface TrendAmount {
  /** For the height alone; what is printed is one of the labels. */
  readonly value: number;
  readonly label: string;
  /** Without its decimals, for where there is no room for them. */
  readonly whole: string;
}

export interface TrendMonth {
  /** "2023-06". */
  readonly name: string;
  /** Below the name; empty: nothing. */
  readonly note: string;
  readonly chosen: boolean;
  /** null: not known. */
  readonly amounts: {
    readonly expected: TrendAmount;
    readonly billed: TrendAmount;
    readonly difference: TrendAmount;
  } | null;
}

export interface TrendWords {
  readonly amounts: string;
  readonly expected: string;
  readonly billed: string;
  readonly difference: string;
  /** Said where decimals are left out. */
  readonly cut: string;
}

const TOP = { amounts: 26, differences: 206 };
const PLOT = { amounts: 144, differences: 76 };
export const TREND_HEIGHT = TOP.differences + PLOT.differences + 48;
const GUTTER = { wide: 178, narrow: 148, numbers: 66 };
const NARROW = 620;
/** Width of a bar where there is room, in pixels. */
const BAR = 34;
/** Pixels that the name of a month takes, alone and with a note below it. */
const NAME_ROOM = { alone: 54, noted: 70 };
/** Room of a character of a printed number, in pixels. */
const CHARACTER = 6.2;

const LABELS = ['label', 'whole'] as const;
type Label = (typeof LABELS)[number];
type Side = 'expected' | 'billed' | 'difference';

/**
 * Expected and billed side by side for each month, and the difference below on a scale of its own, since it is
 * small beside them. Expected is hollow and billed is full, so that no colour has to be seen.
 */
export function trendOption(
  months: readonly TrendMonth[],
  words: TrendWords,
  colours: ChartColours,
  width: number,
  /** Writes the numbers of the axes. */
  written: (amount: number) => string,
): EChartsOption {
  const gutter = width < NARROW ? GUTTER.narrow : GUTTER.wide;
  const slot = (width - gutter) / Math.max(1, months.length);
  const longest = (side: Side, label: Label) =>
    Math.max(0, ...months.map(({ amounts }) => amounts?.[side][label].length ?? 0)) * CHARACTER;
  const fits = (side: Side, room: number): Label | null =>
    LABELS.find((label) => longest(side, label) + 4 < room) ?? null;
  // Either both are printed exactly, each above its bar, or only what is billed is printed.
  const both = (['expected', 'billed'] as const).every((side) => fits(side, slot / 2) === 'label');
  const shown = {
    expected: both ? ('label' as const) : null,
    billed: fits('billed', slot),
    difference: fits('difference', slot),
  };
  const cut = shown.billed === 'whole' || shown.difference === 'whole';
  const textOf = (amounts: TrendMonth['amounts'], side: Side) =>
    (shown[side] && amounts?.[side][shown[side]]) ?? '';
  const nameRoom = months.some(({ note }) => note !== '') ? NAME_ROOM.noted : NAME_ROOM.alone;
  const titleStyle = { fontSize: 12, fontWeight: 600, color: colours.ink } as const;
  const clipped = { width: gutter - GUTTER.numbers, overflow: 'truncate' } as const;
  const bars = (side: 'expected' | 'billed', index: number) => ({
    type: 'bar' as const,
    name: words[side],
    silent: true,
    barMaxWidth: BAR,
    barGap: '12%',
    barCategoryGap: '36%',
    itemStyle:
      side === 'expected'
        ? { color: colours.surface, borderColor: colours.total, borderWidth: 1.5 }
        : { color: colours.accent },
    label: {
      show: shown[side] !== null,
      // Alone above its bar it begins with it, so as not to run into the bar before.
      // Two beside each other lean away from one another: each ends or begins with its own bar.
      ...(both
        ? {
            position: 'top' as const,
            align: side === 'expected' ? ('right' as const) : ('left' as const),
            offset: [side === 'expected' ? BAR / 2 : -BAR / 2, 0],
          }
        : { position: [0, -14] }),
      color: colours.ink,
      fontSize: 10,
    },
    data: months.map(({ amounts }) => ({
      value: amounts?.[side].value ?? '-',
      label: { formatter: textOf(amounts, side) },
    })),
    z: 2 + index,
  });
  return {
    animation: false,
    textStyle: { fontFamily: colours.font },
    title: [
      {
        left: 0,
        top: TOP.amounts - 6,
        padding: 0,
        itemGap: 6,
        text: words.amounts,
        subtext: [
          `{expected|□} ${words.expected}`,
          `{billed|■} ${words.billed}`,
          ...(cut ? [words.cut] : []),
        ].join('\n'),
        textStyle: { ...titleStyle, ...clipped },
        subtextStyle: {
          fontSize: 11,
          lineHeight: 17,
          color: colours.muted,
          rich: {
            expected: { color: colours.total, fontSize: 13 },
            billed: { color: colours.accent, fontSize: 13 },
          },
        },
      },
      {
        left: 0,
        top: TOP.differences - 6,
        padding: 0,
        text: words.difference,
        textStyle: { ...titleStyle, ...clipped },
      },
    ],
    grid: [
      { left: gutter, right: 4, top: TOP.amounts, height: PLOT.amounts },
      {
        left: gutter,
        right: 4,
        top: TOP.differences,
        height: PLOT.differences,
      },
    ],
    xAxis: [0, 1].map((gridIndex) => ({
      type: 'category' as const,
      gridIndex,
      data: months.map(({ name, note, chosen }) => {
        const text = chosen ? `{chosen|${name}}` : name;
        return note === '' ? text : `${text}\n${note}`;
      }),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.rule }, onZero: true },
      axisLabel: {
        show: gridIndex === 1,
        // Below the lane also where the axis itself runs through it.
        margin: 10,
        color: colours.muted,
        fontSize: 11,
        lineHeight: 15,
        ...(slot > nameRoom ? { interval: 0 } : { hideOverlap: true }),
        rich: { chosen: { color: colours.ink, fontWeight: 700, fontSize: 11 } },
      },
    })),
    yAxis: [0, 1].map((gridIndex) => ({
      type: 'value' as const,
      gridIndex,
      splitNumber: gridIndex === 0 ? 4 : 2,
      axisLabel: { color: colours.muted, fontSize: 11, formatter: written },
      splitLine: { lineStyle: { color: colours.rule, opacity: 0.4 } },
    })),
    series: [
      bars('expected', 0),
      bars('billed', 1),
      {
        type: 'bar',
        name: words.difference,
        silent: true,
        xAxisIndex: 1,
        yAxisIndex: 1,
        barMaxWidth: BAR,
        data: months.map(({ amounts }) => {
          const value = amounts?.difference.value ?? '-';
          const below = typeof value === 'number' && value < 0;
          return {
            value,
            itemStyle: { color: below ? colours.under : colours.over },
            label: {
              show: shown.difference !== null,
              position: below ? ('bottom' as const) : ('top' as const),
              formatter: textOf(amounts, 'difference'),
              color: colours.ink,
              fontSize: 10,
            },
          };
        }),
      },
    ],
  };
}
