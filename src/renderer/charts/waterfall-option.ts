import type { ChartColours } from './chart-colours';
import type { EChartsOption } from './echarts-core';
import { textWidth } from './text-width';
import { wrappedLabel } from './wrapped-label';

const LABEL_SIZE = 11;
/** Sizes that the numbers may have, the best first. */
const NUMBER_SIZES = [12, 11, 10, 9] as const;
const SMALLEST = 9;
/** Pixels between two numbers side by side. */
const AIR = 3;

/** One bar of the bridge. `label` is what is printed on it, from exact text. */
export interface WaterfallBar {
  readonly name: string;
  readonly label: string;
  readonly amount: string;
  /** total: stands on the ground; step: hangs where the bars before it ended. */
  readonly kind: 'total' | 'step';
}

/** Where each bar begins and ends, and the ground they are drawn from: geometry only, made of floats. */
function levelsOf(bars: readonly WaterfallBar[]) {
  let level = 0;
  const spans = bars.map(({ amount, kind }) => {
    const from = kind === 'total' ? 0 : level;
    level = kind === 'total' ? Number(amount) : level + Number(amount);
    return { from, to: level };
  });
  const levels = spans.flatMap(({ from, to }, index) =>
    bars[index]?.kind === 'total' ? [to] : [from, to],
  );
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  const room = (high - low || Math.abs(high) || 1) * 0.25;
  return { spans, high, room, ground: low >= 0 ? Math.max(0, low - room) : low - room };
}

/** Whether the lower ends of the bars are left out, so that their heights are not in proportion: worth a word. */
export function isCutOff(bars: readonly WaterfallBar[]): boolean {
  return levelsOf(bars).ground > 0;
}

/**
 * Expected to billed as hanging bars. Only the geometry is made of floats; every printed number is the
 * label it came with. The ground is cut off below the smallest level, since steps are small beside totals. `width` is the chart's, in pixels.
 */
export function waterfallOption(
  bars: readonly WaterfallBar[],
  colours: ChartColours,
  width: number,
): EChartsOption {
  const { spans, high, room, ground } = levelsOf(bars);
  const labelRoom = width / bars.length - 8;
  const numberRoom = width / bars.length - AIR;
  const fits = (label: string, size: number) => textWidth(label, size) <= numberRoom;
  const numberSize =
    NUMBER_SIZES.find((size) => bars.every(({ label }) => fits(label, size))) ?? SMALLEST;

  return {
    animation: false,
    textStyle: { fontFamily: colours.font },
    grid: { left: 4, right: 4, top: 28, bottom: 44 },
    xAxis: {
      type: 'category',
      data: bars.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.rule } },
      axisLabel: {
        color: colours.muted,
        fontSize: LABEL_SIZE,
        lineHeight: 15,
        interval: 0,
        formatter: (name: string) => wrappedLabel(name, LABEL_SIZE, labelRoom),
        width: labelRoom,
        overflow: 'break',
      },
    },
    yAxis: { type: 'value', min: ground, max: high + room * 0.3, show: false },
    series: [
      {
        type: 'bar',
        stack: 'bridge',
        silent: true,
        itemStyle: { color: 'transparent' },
        data: spans.map(({ from, to }, index) =>
          bars[index]?.kind === 'total' ? 0 : Math.min(from, to),
        ),
      },
      {
        type: 'bar',
        stack: 'bridge',
        barMaxWidth: 44,
        barCategoryGap: '38%',
        label: { show: true, position: 'top', color: colours.ink, fontSize: numberSize },
        data: spans.map(({ from, to }, index) => {
          const bar = bars[index];
          const colour =
            bar?.kind === 'total' ? colours.total : to < from ? colours.under : colours.over;
          return {
            value: bar?.kind === 'total' ? to : Math.abs(to - from),
            itemStyle: { color: colour },
            // A number that would run into the next one is read in the table beside the picture.
            label: { formatter: bar && fits(bar.label, numberSize) ? bar.label : '' },
          };
        }),
      },
    ],
  };
}
