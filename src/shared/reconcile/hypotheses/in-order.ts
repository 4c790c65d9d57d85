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
 * hypothesis by writing its file and naming it here, with its sentence in locales `evidence`.
 */
export const HYPOTHESES: readonly Hypothesis[] = [
  packageNotApplied,
  trialNotApplied,
  rowRounding,
  packageWindow,
  packageRatio,
  dayShifted,
  roundingScope,
  discountMissing,
  oldPrice,
  contractPrice,
  wrongTier,
  precision,
  tax,
];
