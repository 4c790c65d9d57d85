import type { ChartColours } from './chart-colours';

export interface DayMark {
  readonly day: string;
  readonly label: string;
}

/** Marks beside their line, each with its words on the side where there is room. */
export function dayMarks(
  marks: readonly DayMark[],
  days: readonly string[],
  colours: ChartColours,
) {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: colours.attention, type: 'dashed' as const, width: 1.5 },
    label: { color: colours.ink, fontSize: 11, formatter: '{b}', distance: 4 },
    data: marks.map(({ day, label }) => {
      const place = days.indexOf(day) / Math.max(1, days.length - 1);
      return { xAxis: day, name: label, label: { align: sideOf(place) } };
    }),
  };
}

/** Words at most so wide, as a part of the axis, fit to both sides of a mark. */
const EDGE = 0.25;

/** Which end of a text stands at its mark, `place` from 0 (first day) to 1 (last day). */
function sideOf(place: number): 'left' | 'center' | 'right' {
  if (place > 1 - EDGE) return 'right';
  return place < EDGE ? 'left' : 'center';
}
