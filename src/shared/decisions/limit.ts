import type { DifferenceLimits } from '../account/account';
import { decimal, type Decimal } from '../money/decimal';

const HUNDRED = decimal(100);

/** The limit of one difference: the tighter of the two. Null where the user named none. */
export function limitOf(
  expectedAmount: Decimal,
  { absolute, percent }: DifferenceLimits,
): Decimal | null {
  const share = percent ? expectedAmount.abs().times(percent).div(HUNDRED) : undefined;
  if (absolute === undefined) return share ?? null;
  return share?.lt(absolute) ? share : absolute;
}

/** True where a difference is not larger than the user's limit. The difference stays, and stays visible. */
export function isWithinLimit(
  difference: Decimal,
  expectedAmount: Decimal,
  limits: DifferenceLimits,
): boolean {
  const limit = limitOf(expectedAmount, limits);
  return limit !== null && difference.abs().lte(limit);
}
