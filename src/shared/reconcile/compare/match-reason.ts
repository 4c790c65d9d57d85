import type { Comparison } from '../result/discrepancy';

/**
 * Why a match is a suggestion and not one charge and one line of the same days, application and item:
 * several-charges: a line stands for more than one charge. several-lines: more than one line for the same.
 * no-application: the line names none and takes the charges that have no line. days-derived: the line prints
 * no days of use, they follow from when it was charged.
 */
export const MATCH_REASONS = [
  'several-charges',
  'several-lines',
  'no-application',
  'days-derived',
] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

/** What of a comparison tells how its sides met. */
export interface MetSides extends Pick<Comparison, 'sdkAppId'> {
  readonly charges: number;
  readonly lines: number;
  /** Lines that print no days of use. */
  readonly linesWithoutDays: number;
}

/** Empty for an exact match, and where there is nothing to match: one side is missing. */
export function matchReasons(sides: MetSides): MatchReason[] {
  const { charges, lines, linesWithoutDays, sdkAppId } = sides;
  if (charges === 0 || lines === 0) return [];
  return MATCH_REASONS.filter((reason) => {
    switch (reason) {
      case 'several-charges':
        return charges > 1;
      case 'several-lines':
        return lines > 1;
      case 'no-application':
        return sdkAppId === null;
      case 'days-derived':
        return linesWithoutDays > 0;
    }
  });
}
