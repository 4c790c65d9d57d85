/** Where a stretch of days lies on a line from `first` to `end`, in percent. */
export interface Place {
  readonly start: number;
  readonly width: number;
}

interface Stretch {
  readonly from: string;
  readonly to: string | null;
}

export interface TimeLine {
  readonly years: readonly { readonly year: number; readonly start: number }[];
  readonly placeOf: (stretch: Stretch) => Place;
}

const at = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** More years than this would be written into each other: then only every second, fifth, tenth … is named. */
const NAMED = 10;
const STEPS = [1, 2, 5, 10, 20, 50];

/**
 * Whole years that hold every stretch, and one more after the last known day, for those without an end.
 * Only geometry: no price and no day is computed here.
 */
export function timeLine(stretches: readonly Stretch[]): TimeLine {
  const years = stretches
    .flatMap(({ from, to }) => [from, to ?? from])
    .map((day) => Number(day.slice(0, 4)));
  const [first, last] = [Math.min(...years), Math.max(...years) + 2];
  const [start, end] = [at(`${first}-01-01`), at(`${last}-01-01`)];
  const percent = (moment: number) => (100 * (moment - start)) / (end - start);
  return {
    years:
      stretches.length === 0
        ? []
        : namedYears(first, last).map((year) => ({ year, start: percent(at(`${year}-01-01`)) })),
    placeOf: ({ from, to }) => {
      const begins = percent(at(from));
      return { start: begins, width: (to === null ? 100 : percent(at(to))) - begins };
    },
  };
}

function namedYears(first: number, last: number): number[] {
  const step = STEPS.find((every) => (last - first) / every <= NAMED) ?? 100;
  return Array.from({ length: last - first }, (_, index) => first + index).filter(
    (year) => (year - first) % step === 0,
  );
}
