import type { Hypothesis } from '../what-if/counterfactual';
import { contractPrice } from './contract-price';
import { dayShifted } from './day-shifted';
import { discountMissing } from './discount-missing';
import { oldPrice } from './old-price';
import { packageNotApplied } from './package-not-applied';
import { packageRatio } from './package-ratio';
import { packageWindow } from './package-window';
import { precision } from './precision';
import { roundingScope } from './rounding-scope';
import { rowRounding } from './row-rounding';
import { tax } from './tax';
import { trialNotApplied } from './trial-not-applied';
import { wrongTier } from './wrong-tier';

/**
 * Every known mistake, the likelier first: of two explanations of the same size the earlier is taken. Add a
 * hypothesis by writing its file and naming it here, with its sentence in locales `evidence`. Those that change
 * minutes look at rows of usage, and are asked for only where minutes can be the reason.
 */
export const QUANTITY_HYPOTHESES: readonly Hypothesis<'quantity'>[] = [
  packageNotApplied,
  trialNotApplied,
  rowRounding,
  packageWindow,
  packageRatio,
  dayShifted,
  roundingScope,
];

export const PRICE_HYPOTHESES: readonly Hypothesis<'price'>[] = [
  discountMissing,
  oldPrice,
  contractPrice,
  wrongTier,
];

export const AMOUNT_HYPOTHESES: readonly Hypothesis<'amount'>[] = [precision, tax];
