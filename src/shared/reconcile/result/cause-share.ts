import { toText, type Decimal } from '../../money/decimal';
import type { CauseShare } from './discrepancy';

/**
 * A share of a difference. Its sentence states the difference that would remain without the mistake
 * (`remainingAmount`), the test by which a reader can refute it.
 */
export function causeShare(
  part: Pick<CauseShare, 'cause' | 'evidence'>,
  amount: Decimal,
  difference: Decimal,
): CauseShare {
  const remainingAmount = toText(difference.minus(amount));
  return {
    cause: part.cause,
    amount,
    evidence: { code: part.evidence.code, params: { ...part.evidence.params, remainingAmount } },
  };
}
