import { decimal } from '../money/decimal';
import type { Decidable, LeadingCause } from './decision';

/**
 * The cause that moves the most money; of equal ones the first named. What is unexplained counts as a cause,
 * so that "mostly unexplained" is never decided on as something else. Null where nothing moves.
 */
export function leadingCause(row: Pick<Decidable, 'causes' | 'unexplained'>): LeadingCause | null {
  let leading: LeadingCause | null = null;
  let most = decimal(0);
  const parts = [...row.causes, { cause: 'unexplained' as const, amount: row.unexplained }];
  for (const { cause, amount } of parts) {
    const moved = decimal(amount).abs();
    if (moved.lte(most)) continue;
    most = moved;
    leading = cause;
  }
  return leading;
}

/** The one cause of the whole difference; null where it has several, none, or an unexplained rest. */
export function onlyCause(row: Pick<Decidable, 'causes' | 'unexplained'>): LeadingCause | null {
  if (!decimal(row.unexplained).isZero()) return null;
  const moving = new Set(
    row.causes.filter(({ amount }) => !decimal(amount).isZero()).map(({ cause }) => cause),
  );
  const [only] = moving;
  return moving.size === 1 && only !== undefined ? only : null;
}
