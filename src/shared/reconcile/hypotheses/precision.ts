import { round, type RoundingRule } from '../../money/round';
import type { Hypothesis } from '../what-if/counterfactual';

const RULES: readonly RoundingRule[] = ['half-up', 'down', 'up'];

/** The line was brought to the 2 decimals of a deduction, where a bill line carries 8. */
export const precision: Hypothesis<'amount'> = () =>
  RULES.map((rule) => ({
    cause: 'precision',
    concerns: 'amount',
    settle: (amount) => round(amount, 2, rule),
    evidence: { code: `rounded-to-cents-${rule}`, params: {} },
  }));
