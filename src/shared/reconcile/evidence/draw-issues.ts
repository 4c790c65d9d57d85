import type { Issue, Origin } from '../../issue';
import { toText } from '../../money/decimal';
import { contains, type Period } from '../../period/period';
import type { DrawComparison } from './compare-draws';
import type { BrokenBalance } from './evidence';

const CODES = {
  ratio: 'deduction-ratio-differs',
  minutes: 'deduction-minutes-differ',
  both: 'deduction-both-differ',
  'not-taken': 'deduction-not-taken',
  'not-expected': 'deduction-not-expected',
} as const;

/**
 * One warning for each place where the provider took other minutes from a package than we do, with the line of its
 * export where that has one. `originOf`: where a row of the export stands.
 */
export function drawIssues(
  comparisons: readonly DrawComparison[],
  broken: readonly BrokenBalance[],
  period: Period | null,
  originOf: (row: number) => Origin | null,
): Issue[] {
  const asked = comparisons.filter(({ day }) => !period || contains(period, day));
  const differing = asked.flatMap((one): Issue[] => {
    if (one.status === 'same' || one.status === 'not-stated') return [];
    const origin = one.statedRow === null ? null : originOf(one.statedRow);
    return [
      {
        severity: 'warning',
        code: CODES[one.status],
        params: {
          id: one.source,
          day: one.day,
          sdkAppId: one.sdkAppId,
          item: one.item ?? '–',
          statedMinutes: one.statedRaw ? toText(one.statedRaw) : '0',
          computedMinutes: one.drawnRaw ?? 0,
          statedRatio: one.statedRatio ? toText(one.statedRatio) : '–',
          computedRatio: one.drawnRatio ?? '–',
          differenceMinutes: toText(one.difference),
        },
        ...(origin && { origin }),
      },
    ];
  });
  const compared = asked.filter(({ status }) => status !== 'not-stated').length;
  return [
    ...differing,
    ...broken.map((one): Issue => ({
      severity: 'warning',
      code: 'deduction-balance-broken',
      params: {
        id: one.packageId,
        expectedMinutes: toText(one.expected),
        printedMinutes: toText(one.printed),
      },
      origin: one.origin,
    })),
    ...(compared > 0 && differing.length === 0
      ? [{ severity: 'note' as const, code: 'deductions-agree', params: { count: compared } }]
      : []),
  ];
}
