import { daysOf, scopes, type Hypothesis } from '../what-if/counterfactual';
import { withMinutes } from '../what-if/re-rate';

/** The minutes that the free trial covers were charged. */
export const trialNotApplied: Hypothesis<'quantity'> = (charges) =>
  scopes(charges.filter((charge) => charge.trialMinutes > 0)).flatMap((scope) => {
    if (scope.length === 0) return [];
    const rawMinutes = scope.reduce((total, charge) => total + charge.trialMinutes, 0);
    return [
      {
        cause: 'trial-not-applied',
        concerns: 'quantity',
        rerate: (rated) =>
          scope.includes(rated.charge)
            ? withMinutes(rated, rated.minutes.plus(rated.charge.trialMinutes))
            : rated,
        evidence: { code: 'trial-not-applied', params: { day: daysOf(scope), rawMinutes } },
      },
    ];
  });
