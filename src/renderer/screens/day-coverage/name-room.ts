import type { Coverage } from '../../../shared/contract/coverage';
import { formatId } from '../../format/decimal-text';

/** Characters of the languages written in squares are two columns wide. */
const WIDE = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/gu;

/**
 * How wide, in digits, the column of names has to be for every one of them, also for those that are not in view:
 * it must not change while the rows are scrolled.
 */
export function nameRoom(rows: Coverage['rows']): number {
  return rows.reduce((room, { appName, sdkAppId }) => {
    const name = appName ?? formatId(sdkAppId);
    return Math.max(room, name.length + (name.match(WIDE)?.length ?? 0));
  }, 0);
}
