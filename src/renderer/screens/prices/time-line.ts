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
        : Array.from({ length: last - first }, (_, index) => ({
            year: first + index,
            start: percent(at(`${first + index}-01-01`)),
          })),
    placeOf: ({ from, to }) => {
      const begins = percent(at(from));
      return { start: begins, width: (to === null ? 100 : percent(at(to))) - begins };
    },
  };
}
