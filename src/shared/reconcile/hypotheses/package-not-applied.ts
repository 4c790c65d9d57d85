import { daysOf, scopes, type Hypothesis } from '../what-if/counterfactual';
import { withMinutes } from '../what-if/re-rate';

/** The minutes that packages cover were charged. */
export const packageNotApplied: Hypothesis<'quantity'> = (charges) =>
  scopes(charges.filter((charge) => charge.packageMinutes > 0)).flatMap((scope) => {
    if (scope.length === 0) return [];
    const rawMinutes = scope.reduce((total, charge) => total + charge.packageMinutes, 0);
    return [
      {
        cause: 'package-not-applied',
        concerns: 'quantity',
        rerate: (rated) =>
          scope.includes(rated.charge)
            ? withMinutes(rated, rated.minutes.plus(rated.charge.packageMinutes))
            : rated,
        evidence: { code: 'package-not-applied', params: { day: daysOf(scope), rawMinutes } },
      },
    ];
  });
