import type { Coverage, CoverageCell } from '../../../shared/contract/coverage';
import { decimal, toText } from '../../../shared/money/decimal';
import { addDays, type Day } from '../../../shared/period/day';

/** Neighbouring days of one application and kind of data of which the same is to be said. */
export interface CoverageStretch {
  readonly sdkAppId: string;
  readonly appName: string | null;
  readonly kind: Coverage['rows'][number]['kind'];
  readonly status: CoverageCell['status'];
  readonly from: Day;
  /** Not included. */
  readonly to: Day;
  readonly days: number;
  /** Of all of them; null where one cannot be told. */
  readonly minutesAtRisk: number | null;
  readonly atRisk: string | null;
  readonly files: readonly string[];
}

/** A month's calendar as a list, in its order: every day is in exactly one stretch of its row. */
export function coverageStretches({ rows }: Coverage): CoverageStretch[] {
  return rows.flatMap(({ sdkAppId, appName, kind, cells }) => {
    const stretches: CoverageStretch[] = [];
    for (const cell of cells) {
      const last = stretches.at(-1);
      if (last && continues(last, cell)) stretches[stretches.length - 1] = longer(last, cell);
      else
        stretches.push({
          sdkAppId,
          appName,
          kind,
          status: cell.status,
          from: cell.day,
          to: addDays(cell.day, 1),
          days: 1,
          minutesAtRisk: cell.minutesAtRisk,
          atRisk: cell.atRisk,
          files: cell.files,
        });
    }
    return stretches;
  });
}

function continues(last: CoverageStretch, cell: CoverageCell): boolean {
  return (
    last.status === cell.status &&
    last.to === cell.day &&
    last.files.length === cell.files.length &&
    last.files.every((file, index) => file === cell.files[index])
  );
}

function longer(last: CoverageStretch, { atRisk, minutesAtRisk }: CoverageCell): CoverageStretch {
  return {
    ...last,
    to: addDays(last.to, 1),
    days: last.days + 1,
    minutesAtRisk:
      last.minutesAtRisk === null || minutesAtRisk === null
        ? null
        : last.minutesAtRisk + minutesAtRisk,
    atRisk:
      last.atRisk === null || atRisk === null
        ? null
        : toText(decimal(last.atRisk).plus(decimal(atRisk))),
  };
}
