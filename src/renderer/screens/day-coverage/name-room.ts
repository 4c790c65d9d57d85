import type { CoveragePage } from '../../../shared/contract/coverage';
import { displayWidth } from '../../../shared/contract/display-width';
import { formatId } from '../../format/decimal-text';

/**
 * How wide, in digits, the column of names has to be for every one of them, also for those that are not in view:
 * it must not change while the rows are scrolled.
 */
export function nameRoom({ sdkAppId, appName }: CoveragePage['widest']): number {
  return Math.max(displayWidth(formatId(sdkAppId)), displayWidth(appName ?? ''));
}
